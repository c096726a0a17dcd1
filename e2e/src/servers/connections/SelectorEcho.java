import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Iterator;
import javax.net.ssl.SSLContext;

/** One thread, a selector and non-blocking channels; with TLS by an SSLEngine for each. */
final class SelectorEcho {
  /** Echoes what can be read; false at the end of the connection. */
  interface Session {
    boolean readable(SocketChannel channel) throws IOException;
  }

  private final Selector selector;
  private final Tally tally;
  private final SSLContext tls;

  private SelectorEcho(Selector selector, Tally tally, SSLContext tls) {
    this.selector = selector;
    this.tally = tally;
    this.tls = tls;
  }

  static void start(int port, Tally tally, SSLContext tls) throws IOException {
    Selector selector = Selector.open();
    ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress(port));
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
    new Thread(() -> new SelectorEcho(selector, tally, tls).run(server), tally.name).start();
  }

  private void run(ServerSocketChannel server) {
    try {
      while (true) {
        selector.select();
        for (Iterator<SelectionKey> it = selector.selectedKeys().iterator(); it.hasNext(); ) {
          SelectionKey key = it.next();
          it.remove();
          if (key.isAcceptable()) {
            accept(server.accept());
          } else {
            read(key);
          }
        }
      }
    } catch (IOException e) {
      tally.failure(e);
    }
  }

  private void accept(SocketChannel channel) throws IOException {
    if (channel != null) {
      tally.accepted.incrementAndGet();
      channel.configureBlocking(false);
      Session session = tls == null ? plain() : new TlsSession(tls, tally);
      channel.register(selector, SelectionKey.OP_READ, session);
    }
  }

  private Session plain() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(Connections.MESSAGE);
    return channel -> {
      int n = channel.read(buffer.clear());
      if (n > 0) {
        tally.echoed.incrementAndGet();
        channel.write(buffer.flip());
      }
      return n >= 0;
    };
  }

  private void read(SelectionKey key) throws IOException {
    SocketChannel channel = (SocketChannel) key.channel();
    try {
      if (!((Session) key.attachment()).readable(channel)) {
        tally.end();
        channel.close();
      }
    } catch (IOException e) {
      tally.failure(e);
      channel.close();
    }
  }
}
