import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.net.InetAddress;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** TLS 1.2 and 1.3: clients at the same time, each with a new session and one that it resumes. */
public final class TlsSockets {
  private static final int CLIENTS = 4;
  private static final int CONNECTIONS = 3;

  private static void serve(SSLServerSocket server, Seen seen) throws Exception {
    for (int i = 0; i < CLIENTS / 2 * CONNECTIONS; i++) {
      try (SSLSocket socket = (SSLSocket) server.accept()) {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        long value = in.readLong();
        seen.add(value).add(socket.getSession().getProtocol());
        new DataOutputStream(socket.getOutputStream()).writeLong(value ^ System.nanoTime());
      }
    }
  }

  private static void talk(SSLContext context, SSLServerSocket server, String version, Seen seen)
      throws Exception {
    for (int i = 0; i < CONNECTIONS; i++) {
      try (SSLSocket socket =
          (SSLSocket)
              context
                  .getSocketFactory()
                  .createSocket(server.getInetAddress(), server.getLocalPort())) {
        socket.setEnabledProtocols(new String[] {version});
        new DataOutputStream(socket.getOutputStream()).writeLong(System.nanoTime());
        seen.add(new DataInputStream(socket.getInputStream()).readLong());
        seen.add(socket.getSession().getCipherSuite());
        for (byte b : socket.getSession().getId()) {
          seen.add(b);
        }
      }
    }
  }

  public static void main(String[] args) throws Exception {
    SSLContext keys = TestKey.context();
    SSLServerSocket server =
        (SSLServerSocket)
            keys.getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    SSLContext[] clients = {TestKey.context(), TestKey.context()};
    Seen.threads(
            CLIENTS + 2,
            (index, seen) -> {
              if (index >= CLIENTS) {
                serve(server, seen);
              } else {
                talk(clients[index / 2], server, index % 2 == 0 ? "TLSv1.3" : "TLSv1.2", seen);
              }
            })
        .print();
  }
}
