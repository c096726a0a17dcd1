import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/**
 * Connections that the server itself makes, and makes again when they break: one slow, one busy.
 */
final class Clients {
  private Clients() {}

  static void start(InetSocketAddress peer, Tally tally) {
    new Thread(() -> talk(peer, tally, 1_000_000), "client-slow").start();
    new Thread(() -> talk(peer, tally, 20), "client-busy").start();
  }

  private static void talk(InetSocketAddress peer, Tally tally, int pauseMillis) {
    byte[] message = new byte[Connections.MESSAGE];
    while (true) {
      try (Socket socket = new Socket()) {
        socket.connect(peer, 2_000);
        tally.accepted.incrementAndGet();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        while (true) {
          socket.getOutputStream().write(message);
          in.readFully(message);
          tally.echoed.incrementAndGet();
          if (pauseMillis > 1_000) {
            in.readFully(message); // nothing comes
          }
          TimeUnit.MILLISECONDS.sleep(pauseMillis);
        }
      } catch (IOException e) {
        tally.failure(e);
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
