import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;

/** Blocking datagram sockets on the loopback: an echo server, clients, a time-out. */
public final class Datagrams {
  private static final int EACH = 60;

  public static void main(String[] args) throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    DatagramSocket server = new DatagramSocket(0, loopback);
    int clients = 3;
    Seen.threads(
            clients + 1,
            (index, seen) -> {
              byte[] buffer = new byte[100];
              DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
              if (index == clients) {
                for (int i = 0; i < clients * EACH; i++) {
                  packet.setLength(buffer.length);
                  server.receive(packet);
                  seen.add(packet.getPort()).add(buffer[0]).add(buffer[1]);
                  buffer[2] = (byte) i;
                  server.send(packet);
                }
                return;
              }
              try (DatagramSocket socket = new DatagramSocket(0, loopback)) {
                seen.add(socket.getLocalPort()).add(server.getLocalPort());
                for (int i = 0; i < EACH; i++) {
                  byte[] question = {(byte) index, (byte) i, 0};
                  socket.send(new DatagramPacket(question, 3, loopback, server.getLocalPort()));
                  socket.receive(packet);
                  seen.add(buffer[1]).add(buffer[2]).add(packet.getLength());
                }
                socket.setSoTimeout(2);
                try {
                  socket.receive(packet);
                } catch (SocketTimeoutException e) {
                  seen.add(e.getMessage()).add(System.nanoTime());
                }
              }
            })
        .print();
  }
}
