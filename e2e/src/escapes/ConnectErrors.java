import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/** What a refused and an unreachable connection say. */
public final class ConnectErrors {

  public static void main(String[] args) throws Exception {
    int free;
    try (ServerSocket server = new ServerSocket(0)) {
      free = server.getLocalPort();
    }
    for (String host : List.of("127.0.0.1", "10.77.0.1")) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(host, free), 50);
      } catch (IOException e) {
        System.out.println(free + " " + e);
      }
    }
  }
}
