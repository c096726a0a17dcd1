import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** Connected datagram channels whose peer's port is closed: the kernel says so. */
public final class UnreachablePorts {
  private static final int EACH = 5;

  private static InetSocketAddress closedPort() throws Exception {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
    }
  }

  public static void main(String[] args) throws Exception {
    Seen.threads(
            3,
            (index, seen) -> {
              ByteBuffer buffer = ByteBuffer.allocate(8);
              for (int i = 0; i < EACH; i++) {
                try (DatagramChannel channel = DatagramChannel.open()) {
                  channel.connect(closedPort());
                  seen.add(channel.write(buffer.clear()));
                  seen.add(channel.read(buffer.clear()));
                } catch (PortUnreachableException e) {
                  seen.add(e).add(System.nanoTime());
                }
              }
            })
        .print();
  }
}
