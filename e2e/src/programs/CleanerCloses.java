import java.io.FileInputStream;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.DatagramChannel;
import java.nio.file.Path;

/** Sockets and streams that are dropped without a close: the JDK's Cleaner closes them. */
public final class CleanerCloses {
  public static void main(String[] args) throws Exception {
    Thread busy =
        new Thread(
            () -> {
              for (long n = 0; !Thread.currentThread().isInterrupted(); n++) {
                System.nanoTime();
                Thread.yield();
              }
            });
    busy.start();
    Seen all = Seen.threads(2, (index, seen) -> drop(seen));
    busy.interrupt();
    busy.join();
    all.print();
  }

  private static void drop(Seen seen) throws Exception {
    for (int i = 0; i < 3; i++) {
      int port = leave(seen);
      boolean bound = false;
      for (int tries = 0; !bound; tries++) {
        System.gc();
        Thread.sleep(5);
        try (ServerSocket again = new ServerSocket(port)) {
          bound = true;
          seen.add(tries).add(again.getLocalPort() == port);
        } catch (java.net.BindException e) {
          seen.add(e);
          if (tries > 2000) {
            throw new IllegalStateException("never closed", e);
          }
        }
      }
      try (DatagramSocket socket = new DatagramSocket();
          DatagramChannel channel = DatagramChannel.open()) {
        seen.add(socket.getLocalPort()).add(channel.isOpen());
      }
    }
  }

  private static int leave(Seen seen) throws Exception {
    seen.add(new DatagramSocket().getLocalPort());
    seen.add(DatagramChannel.open().bind(null).getLocalAddress());
    seen.add(new FileInputStream(Path.of("/dev/urandom").toFile()).read());
    seen.add(new Socket().isBound());
    return new ServerSocket(0).getLocalPort();
  }
}
