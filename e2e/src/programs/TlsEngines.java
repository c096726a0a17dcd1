import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/** TLS by engines over channels that do not block, at both ends, each with a selector. */
public final class TlsEngines {
  private static final int PAIRS = 3;
  private static final int EACH = 10;

  /** One end. */
  private static final class End implements AutoCloseable {
    private final SocketChannel channel;
    private final SSLEngine engine;
    private final Selector selector = Selector.open();
    private final ByteBuffer in = ByteBuffer.allocate(40_000);
    private final ByteBuffer out = ByteBuffer.allocate(40_000);
    private final ByteBuffer plain = ByteBuffer.allocate(40_000);

    End(SocketChannel channel, SSLContext context, boolean client) throws Exception {
      this.channel = channel;
      channel.configureBlocking(false).register(selector, SelectionKey.OP_READ);
      engine = context.createSSLEngine("localhost", 1);
      engine.setUseClientMode(client);
    }

    long receive() throws Exception {
      while (plain.position() < 8) {
        HandshakeStatus status = engine.getHandshakeStatus();
        if (status == HandshakeStatus.NEED_TASK) {
          engine.getDelegatedTask().run();
        } else if (status == HandshakeStatus.NEED_WRAP) {
          wrap(ByteBuffer.allocate(0));
        } else if (!unwrap()) {
          selector.select();
          selector.selectedKeys().clear();
          if (channel.read(in) < 0) {
            throw new IllegalStateException("ended");
          }
        }
      }
      long value = plain.flip().getLong();
      plain.compact();
      return value;
    }

    private boolean unwrap() throws Exception {
      SSLEngineResult result = engine.unwrap(in.flip(), plain);
      in.compact();
      return result.getStatus() == SSLEngineResult.Status.OK;
    }

    void send(long value) throws Exception {
      ByteBuffer message = ByteBuffer.allocate(8).putLong(0, value);
      while (message.hasRemaining()) {
        wrap(message);
        if (message.hasRemaining() && engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
          engine.getDelegatedTask().run();
        } else if (message.hasRemaining()
            && engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP
            && !unwrap()) {
          selector.select();
          selector.selectedKeys().clear();
          channel.read(in);
        }
      }
    }

    private void wrap(ByteBuffer from) throws Exception {
      engine.wrap(from, out);
      for (out.flip(); out.hasRemaining(); ) {
        channel.write(out);
      }
      out.clear();
    }

    @Override
    public void close() throws Exception {
      selector.close();
      channel.close();
    }
  }

  public static void main(String[] args) throws Exception {
    SSLContext context = TestKey.context();
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Seen.threads(
            PAIRS * 2,
            (index, seen) -> {
              boolean client = index % 2 == 0;
              SocketChannel channel =
                  client ? SocketChannel.open(server.getLocalAddress()) : server.accept();
              try (End end = new End(channel, context, client)) {
                for (int i = 0; i < EACH; i++) {
                  if (client) {
                    end.send(System.nanoTime());
                    seen.add(end.receive());
                  } else {
                    long value = end.receive();
                    seen.add(value);
                    end.send(value ^ System.nanoTime());
                  }
                }
                seen.add(end.engine.getSession().getCipherSuite());
              }
            })
        .print();
  }
}
