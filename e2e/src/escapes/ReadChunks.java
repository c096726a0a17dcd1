import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Into which pieces a TCP stream is cut, and what is available. */
public final class ReadChunks {

  public static void main(String[] args) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket peer = server.accept()) {
      Thread writer =
          new Thread(
              () -> {
                try {
                  for (int n = 0; n < 40; n++) {
                    client.getOutputStream().write(new byte[300]);
                    Crew.pause(n);
                  }
                  client.shutdownOutput();
                } catch (IOException e) {
                  System.out.println(e);
                }
              });
      writer.start();
      byte[] buffer = new byte[1_000];
      for (int read = 0; read >= 0; read = peer.getInputStream().read(buffer)) {
        System.out.println(read + " " + peer.getInputStream().available());
        Crew.pause(read);
      }
      writer.join();
    }
  }
}
