import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Iterator;

/** Datagram channels with a selector: two server sockets, clients that connect and block. */
public final class Selectors {
  private static final int EACH = 60;
  private static final int CLIENTS = 3;

  private static DatagramChannel open(Selector selector) throws Exception {
    DatagramChannel channel = DatagramChannel.open();
    channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    if (selector != null) {
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);
    }
    return channel;
  }

  private static void serve(Selector selector, Seen seen) throws Exception {
    ByteBuffer buffer = ByteBuffer.allocateDirect(100);
    for (int served = 0; served < CLIENTS * EACH; ) {
      seen.add(selector.select(50));
      for (Iterator<SelectionKey> it = selector.selectedKeys().iterator(); it.hasNext(); ) {
        DatagramChannel channel = (DatagramChannel) it.next().channel();
        it.remove();
        SocketAddress from;
        while ((from = channel.receive(buffer.clear())) != null) {
          served++;
          seen.add(from).add(buffer.flip().getInt(0));
          channel.send(buffer, from);
        }
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Selector selector = Selector.open();
    DatagramChannel[] servers = {open(selector), open(selector)};
    Seen.threads(
            CLIENTS + 1,
            (index, seen) -> {
              if (index == CLIENTS) {
                serve(selector, seen);
                return;
              }
              try (DatagramChannel channel = open(null)) {
                channel.connect(servers[index % 2].getLocalAddress());
                ByteBuffer buffer = ByteBuffer.allocate(8);
                for (int i = 0; i < EACH; i++) {
                  channel.write(buffer.clear().putInt(i).flip());
                  seen.add(channel.read(buffer.clear())).add(buffer.getInt(0));
                  seen.add(channel.getLocalAddress()).add(System.nanoTime());
                }
              }
            })
        .print();
  }
}
