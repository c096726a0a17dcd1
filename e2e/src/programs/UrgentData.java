import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;

/** TCP urgent data between ordinary bytes, received in line or dropped, by socket and channel. */
public final class UrgentData {
  public static void main(String[] args) throws Exception {
    Seen.threads(2, UrgentData::use).print();
  }

  private static void use(int index, Seen seen) throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 5, here)) {
      for (int i = 0; i < 10; i++) {
        InetSocketAddress to = new InetSocketAddress(here, server.getLocalPort());
        try (Socket client = new Socket(here, to.getPort());
            Socket accepted = server.accept();
            SocketChannel channel = SocketChannel.open(to);
            Socket other = server.accept()) {
          accepted.setOOBInline(i % 2 == 0);
          other.setOOBInline(true);
          speak(client, i);
          speak(channel.socket(), i);
          drain(seen, accepted);
          drain(seen, other);
        }
      }
    }
  }

  private static void speak(Socket socket, int i) throws Exception {
    socket.getOutputStream().write(new byte[] {1, 2, 3});
    socket.sendUrgentData('a' + i);
    socket.getOutputStream().write(new byte[] {4, 5, 6});
    socket.shutdownOutput();
  }

  private static void drain(Seen seen, Socket socket) throws Exception {
    InputStream in = socket.getInputStream();
    byte[] bytes = new byte[8];
    int n;
    while ((n = in.read(bytes)) > 0) {
      for (int i = 0; i < n; i++) {
        seen.add(bytes[i]);
      }
    }
    seen.add(n);
  }
}
