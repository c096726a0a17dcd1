import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;

/** TLS of one non-blocking channel, on the server's side. */
final class TlsSession implements SelectorEcho.Session {
  private final SSLEngine engine;
  private final Tally tally;
  private final ByteBuffer cipherIn = ByteBuffer.allocate(40_000);
  private final ByteBuffer cipherOut = ByteBuffer.allocate(40_000);
  private final ByteBuffer plain = ByteBuffer.allocate(40_000);
  private final ByteBuffer nothing = ByteBuffer.allocate(0);

  TlsSession(SSLContext context, Tally tally) {
    engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    this.tally = tally;
  }

  @Override
  public boolean readable(SocketChannel channel) throws IOException {
    int n = channel.read(cipherIn);
    if (n < 0) {
      return false;
    }
    cipherIn.flip();
    while (advance(channel)) {
      if (plain.position() > 0) {
        tally.echoed.incrementAndGet();
        write(plain.flip(), channel);
        plain.clear();
      }
    }
    cipherIn.compact();
    return !engine.isInboundDone();
  }

  /** One step; false when it needs more from the peer. */
  private boolean advance(SocketChannel channel) throws IOException {
    HandshakeStatus status = engine.getHandshakeStatus();
    if (status == HandshakeStatus.NEED_TASK) {
      for (Runnable task = engine.getDelegatedTask();
          task != null;
          task = engine.getDelegatedTask()) {
        task.run();
      }
      return true;
    }
    if (status == HandshakeStatus.NEED_WRAP) {
      write(nothing, channel);
      return true;
    }
    Status result = engine.unwrap(cipherIn, plain).getStatus();
    return result == Status.OK;
  }

  private void write(ByteBuffer from, SocketChannel channel) throws IOException {
    engine.wrap(from, cipherOut);
    cipherOut.flip();
    while (cipherOut.hasRemaining()) {
      channel.write(cipherOut);
    }
    cipherOut.clear();
  }
}
