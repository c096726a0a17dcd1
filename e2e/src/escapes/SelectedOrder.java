import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/** Which keys a selector finds ready, and in which order. */
public final class SelectedOrder {

  public static void main(String[] args) throws Exception {
    try (Selector selector = Selector.open();
        DatagramSocket out = new DatagramSocket()) {
      List<DatagramChannel> channels = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        DatagramChannel channel =
            DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, i);
        channels.add(channel);
      }
      for (DatagramChannel channel : channels) {
        out.send(new DatagramPacket(new byte[1], 1, channel.getLocalAddress()));
      }
      for (int got = 0; got < 5; ) {
        System.out.println(selector.select());
        for (SelectionKey key : selector.selectedKeys()) {
          System.out.println(key.attachment());
          ((DatagramChannel) key.channel()).receive(ByteBuffer.allocate(1));
          got++;
        }
        selector.selectedKeys().clear();
      }
      for (DatagramChannel channel : channels) {
        channel.close();
      }
    }
  }
}
