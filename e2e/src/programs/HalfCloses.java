import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Sockets that are closed by halves, that time out, are reset, and are refused. */
public final class HalfCloses {
  private static final int CLIENTS = 3;
  private static final int LONG = 300_000;

  /** Reads to the end, then answers with what came and ends its own half. */
  private static void serve(ServerSocket server, Seen seen) throws Exception {
    for (int i = 0; i < CLIENTS * 2; i++) {
      try (Socket socket = server.accept()) {
        byte[] all = socket.getInputStream().readAllBytes();
        seen.add(all.length);
        socket.getOutputStream().write(all);
        socket.shutdownOutput();
        seen.add(socket.isInputShutdown()).add(socket.isOutputShutdown());
      } catch (java.io.IOException reset) {
        seen.add(reset);
      }
    }
  }

  private static void timeOut(Socket socket, Seen seen) throws Exception {
    socket.setSoTimeout(20);
    try {
      seen.add(socket.getInputStream().read());
    } catch (SocketTimeoutException e) {
      seen.add(e).add(System.nanoTime());
    }
    socket.setSoTimeout(0);
  }

  private static void talk(ServerSocket server, int index, Seen seen) throws Exception {
    try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
      socket.setKeepAlive(true);
      socket.setTcpNoDelay(index % 2 == 0);
      timeOut(socket, seen);
      OutputStream out = socket.getOutputStream();
      out.write(new byte[LONG + index]);
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      if (in.readAllBytes().length != LONG + index) {
        System.exit(1);
      }
      seen.add(socket.getKeepAlive()).add(in.read());
    }
  }

  /** Close with unsent data thrown away: the server sees a reset. */
  private static void reset(ServerSocket server, Seen seen) throws Exception {
    try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
      socket.getOutputStream().write(1);
      socket.setSoLinger(true, 0);
      seen.add(socket.getSoLinger());
    }
  }

  private static void refused(Seen seen) throws Exception {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = closed.getLocalPort();
      closed.close();
      new Socket(closed.getInetAddress(), port).close();
    } catch (ConnectException e) {
      seen.add(e);
    }
  }

  public static void main(String[] args) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Seen.threads(
              CLIENTS + 1,
              (index, seen) -> {
                if (index == CLIENTS) {
                  serve(server, seen);
                } else {
                  talk(server, index, seen);
                  refused(seen);
                  reset(server, seen);
                }
              })
          .print();
    }
  }
}
