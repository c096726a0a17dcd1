import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/** A thread for each connection, blocking; also of TLS sockets. */
final class ThreadEcho {
  private ThreadEcho() {}

  static void start(ServerSocket server, Tally tally) {
    new Thread(() -> accept(server, tally), tally.name).start();
  }

  private static void accept(ServerSocket server, Tally tally) {
    try {
      while (true) {
        Socket socket = server.accept();
        tally.accepted.incrementAndGet();
        new Thread(() -> echo(socket, tally)).start();
      }
    } catch (IOException e) {
      tally.failure(e);
    }
  }

  private static void echo(Socket socket, Tally tally) {
    byte[] message = new byte[Connections.MESSAGE];
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      while (true) {
        in.readFully(message);
        tally.echoed.incrementAndGet();
        socket.getOutputStream().write(message);
      }
    } catch (EOFException e) {
      tally.end();
    } catch (IOException e) {
      tally.failure(e);
    }
  }
}
