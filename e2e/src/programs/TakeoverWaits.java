import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * Waits of ten seconds, each of another kind, which begin once there is an {@code in/go}; to be run
 * with {@code input=in}. Prints how long each took.
 */
public final class TakeoverWaits {
  private static final int MILLIS = 10_000;

  public static void main(String[] args) throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    DatagramSocket socket = new DatagramSocket(0, here);
    socket.setSoTimeout(MILLIS);
    DatagramChannel channel = DatagramChannel.open().bind(new InetSocketAddress(here, 0));
    channel.configureBlocking(false);
    Selector selector = Selector.open();
    channel.register(selector, SelectionKey.OP_READ);
    DatagramChannel blocking = DatagramChannel.open().bind(new InetSocketAddress(here, 0));
    blocking.socket().setSoTimeout(MILLIS);
    while (!Files.exists(Path.of("in/go"))) {
      Thread.sleep(20);
    }
    start("sleep", () -> sleep());
    start("socket", () -> receive(socket));
    start("adaptor", () -> receive(blocking.socket()));
    start("selector", () -> selector.select(MILLIS) == 0);
    System.out.println("WAITING");
  }

  private static boolean sleep() throws InterruptedException {
    Thread.sleep(MILLIS);
    return true;
  }

  private static boolean receive(DatagramSocket socket) throws Exception {
    try {
      socket.receive(new DatagramPacket(new byte[100], 100));
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    }
  }

  private static void start(String name, Callable<Boolean> wait) {
    new Thread(
            () -> {
              long since = System.nanoTime();
              try {
                boolean timedOut = wait.call();
                long millis = (System.nanoTime() - since) / 1_000_000;
                System.out.println(name + " " + timedOut + " after " + millis);
              } catch (Exception e) {
                System.out.println(name + " " + e);
              }
            })
        .start();
  }
}
