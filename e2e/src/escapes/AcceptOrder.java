import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The order in which connections are accepted, and the ports of their clients. */
public final class AcceptOrder {

  public static void main(String[] args) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread clients =
          new Thread(
              () -> {
                try {
                  Crew.of(
                      4,
                      i -> {
                        Crew.pause(i);
                        try (Socket socket =
                            new Socket(server.getInetAddress(), server.getLocalPort())) {
                          socket.getOutputStream().write(i);
                          socket.getInputStream().read();
                        }
                      });
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      clients.start();
      for (int n = 0; n < 4; n++) {
        try (Socket socket = server.accept()) {
          System.out.println(socket.getInputStream().read() + " " + socket.getPort());
        }
      }
      clients.join();
    }
  }
}
