import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A server that reads the clock for each answer, beside a thread that contends for its counter. */
public final class Answering {
  private static long ticks;

  @SuppressWarnings("unchecked")
  public static void main(String[] args) throws Exception {
    // a class that is not on the class path, as application servers load theirs
    URL[] plugin = {Path.of("plugin").toUri().toURL()};
    UnaryOperator<String> reply =
        (UnaryOperator<String>)
            new URLClassLoader(plugin).loadClass("Reply").getConstructor().newInstance();
    Thread ticker = new Thread(Answering::tick, "ticker");
    ticker.setDaemon(true);
    ticker.start();
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      System.out.println("PORT " + socket.getLocalPort());
      DatagramPacket packet = new DatagramPacket(new byte[200], 200);
      while (true) {
        packet.setLength(200);
        socket.receive(packet);
        long now = System.nanoTime();
        String asked = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
        answer(socket, packet, reply.apply(asked) + " at " + now);
      }
    }
  }

  private static void answer(DatagramSocket socket, DatagramPacket to, String text)
      throws Exception {
    synchronized (Answering.class) {
      byte[] bytes = (text + " ticks " + ticks).getBytes(StandardCharsets.UTF_8);
      socket.send(new DatagramPacket(bytes, bytes.length, to.getSocketAddress()));
    }
  }

  private static void tick() {
    while (true) {
      synchronized (Answering.class) {
        ticks++;
      }
      try {
        Thread.sleep(3);
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
