import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;

/** Asynchronous channels of the default group. */
final class AsyncEcho implements CompletionHandler<AsynchronousSocketChannel, Void> {
  private final AsynchronousServerSocketChannel server;
  private final Tally tally;

  private AsyncEcho(AsynchronousServerSocketChannel server, Tally tally) {
    this.server = server;
    this.tally = tally;
  }

  static void start(int port, Tally tally) throws IOException {
    AsynchronousServerSocketChannel server =
        AsynchronousServerSocketChannel.open().bind(new InetSocketAddress(port));
    server.accept(null, new AsyncEcho(server, tally));
  }

  @Override
  public void completed(AsynchronousSocketChannel channel, Void nothing) {
    server.accept(null, this);
    tally.accepted.incrementAndGet();
    new Connection(channel, ByteBuffer.allocate(Connections.MESSAGE)).read();
  }

  @Override
  public void failed(Throwable cause, Void nothing) {
    tally.failure(cause);
  }

  /** Reads and writes by turns. */
  private final class Connection implements CompletionHandler<Integer, Boolean> {
    private final AsynchronousSocketChannel channel;
    private final ByteBuffer buffer;

    Connection(AsynchronousSocketChannel channel, ByteBuffer buffer) {
      this.channel = channel;
      this.buffer = buffer;
    }

    void read() {
      channel.read(buffer.clear(), true, this);
    }

    @Override
    public void completed(Integer count, Boolean wasRead) {
      if (count < 0) {
        tally.end();
        close();
      } else if (wasRead) {
        tally.echoed.incrementAndGet();
        channel.write(buffer.flip(), false, this);
      } else {
        read();
      }
    }

    @Override
    public void failed(Throwable cause, Boolean wasRead) {
      tally.failure(cause);
      close();
    }

    private void close() {
      try {
        channel.close();
      } catch (IOException e) {
        tally.failure(e);
      }
    }
  }
}
