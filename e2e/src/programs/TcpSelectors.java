import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Iterator;

/**
 * One selector for a listener, its connections and a pipe; clients that connect without blocking.
 */
public final class TcpSelectors {
  private static final int CLIENTS = 3;
  private static final int EACH = 20;

  private static void serve(ServerSocketChannel server, Pipe pipe, Seen seen) throws Exception {
    Selector selector = Selector.open();
    server.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
    pipe.source().configureBlocking(false).register(selector, SelectionKey.OP_READ);
    ByteBuffer buffer = ByteBuffer.allocate(64);
    for (int ended = 0, told = 0; ended < CLIENTS || told < CLIENTS; ) {
      seen.add(selector.select(100));
      for (Iterator<SelectionKey> it = selector.selectedKeys().iterator(); it.hasNext(); ) {
        SelectionKey key = it.next();
        it.remove();
        buffer.clear();
        if (key.isAcceptable()) {
          SocketChannel channel = server.accept();
          channel.configureBlocking(false).register(selector, SelectionKey.OP_READ);
          seen.add(channel.getRemoteAddress());
        } else if (key.channel() == pipe.source()) {
          told += pipe.source().read(buffer);
          seen.add(told).add(buffer.get(0));
        } else if (((SocketChannel) key.channel()).read(buffer) < 0) {
          ended++;
          key.channel().close();
        } else {
          seen.add(buffer.flip().remaining());
          ((SocketChannel) key.channel()).write(buffer);
        }
      }
    }
  }

  private static void connect(SocketChannel channel, ServerSocketChannel server, Selector selector)
      throws Exception {
    channel.configureBlocking(false);
    SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
    channel.connect(server.getLocalAddress());
    while (!channel.finishConnect()) {
      selector.select();
      selector.selectedKeys().clear();
    }
    key.interestOps(SelectionKey.OP_READ);
  }

  public static void main(String[] args) throws Exception {
    Pipe pipe = Pipe.open();
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Seen.threads(
            CLIENTS + 1,
            (index, seen) -> {
              if (index == CLIENTS) {
                serve(server, pipe, seen);
                return;
              }
              try (Selector selector = Selector.open();
                  SocketChannel channel = SocketChannel.open()) {
                connect(channel, server, selector);
                ByteBuffer buffer = ByteBuffer.allocate(8);
                for (int i = 0; i < EACH; i++) {
                  channel.write(buffer.clear().putLong(0, System.nanoTime()));
                  for (int n = channel.read(buffer.clear()); n == 0; n = channel.read(buffer)) {
                    seen.add(selector.select());
                    selector.selectedKeys().clear();
                  }
                  seen.add(buffer.position()).add(buffer.getLong(0));
                }
              }
              pipe.sink().write(ByteBuffer.wrap(new byte[] {(byte) index}));
            })
        .print();
  }
}
