import java.net.DatagramSocket;
import java.net.ServerSocket;

/** Buffer sizes that the kernel gives. */
public final class SocketOptionValues {

  public static void main(String[] args) throws Exception {
    try (DatagramSocket socket = new DatagramSocket();
        ServerSocket server = new ServerSocket(0)) {
      socket.setReceiveBufferSize(123_456);
      System.out.println(
          socket.getReceiveBufferSize()
              + " "
              + socket.getSendBufferSize()
              + " "
              + server.getReceiveBufferSize());
    }
  }
}
