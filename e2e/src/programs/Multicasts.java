import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;

/** A multicast group on loopback: members by channel and by socket, and one that sends. */
public final class Multicasts {
  private static final int MESSAGES = 20;
  private static final int MEMBERS = 3;

  private static void receive(DatagramChannel channel, Seen seen) throws Exception {
    ByteBuffer buffer = ByteBuffer.allocate(8);
    for (long n = 0; n < MESSAGES - 1; n = buffer.flip().getLong()) {
      seen.add(channel.receive(buffer.clear())).add(buffer.getLong(0));
    }
  }

  private static void receive(MulticastSocket socket, Seen seen) throws Exception {
    DatagramPacket packet = new DatagramPacket(new byte[8], 8);
    for (long n = 0; n < MESSAGES - 1; n = ByteBuffer.wrap(packet.getData()).getLong()) {
      socket.receive(packet);
      seen.add(packet.getSocketAddress()).add(packet.getData()[7]);
    }
  }

  public static void main(String[] args) throws Exception {
    InetAddress group = InetAddress.getByName("239.7.7.7");
    NetworkInterface loopback =
        NetworkInterface.getByInetAddress(InetAddress.getByName("127.0.0.1"));
    DatagramChannel[] channels = new DatagramChannel[MEMBERS - 1];
    DatagramChannel first = open(0);
    int port = ((InetSocketAddress) first.getLocalAddress()).getPort();
    for (int i = 0; i < channels.length; i++) {
      channels[i] = i == 0 ? first : open(port);
      MembershipKey key = channels[i].join(group, loopback);
      if (!key.isValid()) {
        throw new IllegalStateException("not a member");
      }
    }
    MulticastSocket socket = new MulticastSocket(port);
    socket.joinGroup(new InetSocketAddress(group, port), loopback);
    Seen.threads(
            MEMBERS + 1,
            (index, seen) -> {
              if (index < channels.length) {
                receive(channels[index], seen);
                channels[index].close();
              } else if (index == channels.length) {
                receive(socket, seen);
                socket.leaveGroup(new InetSocketAddress(group, port), loopback);
                socket.close();
              } else {
                try (DatagramChannel sender = open(0)) {
                  sender.setOption(StandardSocketOptions.IP_MULTICAST_IF, loopback);
                  sender.setOption(StandardSocketOptions.IP_MULTICAST_TTL, 0);
                  for (long i = 0; i < MESSAGES; i++) {
                    sender.send(
                        ByteBuffer.allocate(8).putLong(0, i), new InetSocketAddress(group, port));
                  }
                }
              }
            })
        .print();
  }

  private static DatagramChannel open(int port) throws Exception {
    return DatagramChannel.open(StandardProtocolFamily.INET)
        .setOption(StandardSocketOptions.SO_REUSEADDR, true)
        .bind(new InetSocketAddress(port));
  }
}
