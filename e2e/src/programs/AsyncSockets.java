import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.Executors;

/** Asynchronous channels: completion handlers on a pool of their own, clients that use futures. */
public final class AsyncSockets {
  private static final int EACH = 20;
  private static final int CLIENTS = 3;

  /** Accepts, and gives back each message with the time. */
  private record Echo(AsynchronousServerSocketChannel server)
      implements CompletionHandler<AsynchronousSocketChannel, Void> {
    @Override
    public void completed(AsynchronousSocketChannel channel, Void nothing) {
      server.accept(null, this);
      next(channel, ByteBuffer.allocate(8));
    }

    private void next(AsynchronousSocketChannel channel, ByteBuffer buffer) {
      channel.read(
          buffer.clear(),
          null,
          new CompletionHandler<Integer, Void>() {
            @Override
            public void completed(Integer read, Void nothing) {
              if (read == 8) {
                buffer.putLong(0, buffer.getLong(0) ^ System.nanoTime());
                channel.write(buffer.flip());
                next(channel, ByteBuffer.allocate(8));
              }
            }

            @Override
            public void failed(Throwable cause, Void nothing) {}
          });
    }

    @Override
    public void failed(Throwable cause, Void nothing) {}
  }

  public static void main(String[] args) throws Exception {
    AsynchronousChannelGroup group =
        AsynchronousChannelGroup.withFixedThreadPool(2, Executors.defaultThreadFactory());
    AsynchronousServerSocketChannel server =
        AsynchronousServerSocketChannel.open(group)
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.accept(null, new Echo(server));
    Seen all =
        Seen.threads(
            CLIENTS,
            (index, seen) -> {
              try (AsynchronousSocketChannel channel = AsynchronousSocketChannel.open()) {
                channel.connect(server.getLocalAddress()).get();
                seen.add(channel.getLocalAddress());
                ByteBuffer buffer = ByteBuffer.allocate(8);
                for (int i = 0; i < EACH; i++) {
                  channel.write(buffer.clear().putLong(i).flip()).get();
                  seen.add(channel.read(buffer.clear()).get()).add(buffer.getLong(0));
                }
              }
            });
    group.shutdownNow();
    all.print();
  }
}
