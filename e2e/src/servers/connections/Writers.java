import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A thread for each connection that writes for ever, and so waits for a peer that does not read.
 */
final class Writers {
  private Writers() {}

  static void start(ServerSocket server, Tally tally) {
    new Thread(
            () -> {
              try {
                while (true) {
                  Socket socket = server.accept();
                  tally.accepted.incrementAndGet();
                  new Thread(() -> write(socket, tally)).start();
                }
              } catch (IOException e) {
                tally.failure(e);
              }
            },
            tally.name)
        .start();
  }

  private static void write(Socket socket, Tally tally) {
    byte[] block = new byte[60_000];
    try (socket) {
      while (true) {
        socket.getOutputStream().write(block);
      }
    } catch (IOException e) {
      tally.failure(e);
    }
  }
}
