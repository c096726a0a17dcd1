import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Megabytes to readers that pause: full send buffers, blocking and not, gathered and scattered. */
public final class LargeTransfers {
  private static final int CLIENTS = 3;
  private static final int BYTES = 8_000_000;

  private static ByteBuffer[] halves(int length) {
    ByteBuffer[] two = {
      ByteBuffer.allocateDirect(length / 3), ByteBuffer.allocate(length - length / 3)
    };
    for (ByteBuffer buffer : two) {
      while (buffer.hasRemaining()) {
        buffer.put((byte) (buffer.position() * 31));
      }
      buffer.flip();
    }
    return two;
  }

  /** Waits for OP_WRITE whenever the channel takes nothing. */
  private static void send(SocketChannel channel, Seen seen) throws Exception {
    try (Selector selector = Selector.open()) {
      channel.configureBlocking(false);
      SelectionKey key = channel.register(selector, 0);
      ByteBuffer[] rest = halves(BYTES);
      int waits = 0;
      while (rest[1].hasRemaining()) {
        if (channel.write(rest) == 0) {
          key.interestOps(SelectionKey.OP_WRITE);
          waits += selector.select();
        }
      }
      seen.add(waits);
      if (waits == 0) {
        System.exit(1); // the send buffer was never full
      }
    }
  }

  private static void receive(SocketChannel channel, Seen seen) throws Exception {
    Thread.sleep(100);
    ByteBuffer[] two = {ByteBuffer.allocate(10_001), ByteBuffer.allocateDirect(50_000)};
    long total = 0;
    for (long n = channel.read(two); n >= 0; n = channel.read(two)) {
      total += n;
      seen.add(n).add(two[0].get(0));
      two[0].clear();
      two[1].clear();
      if (total % 64 == 0) {
        Thread.sleep(1);
      }
    }
    if (total != BYTES) {
      System.exit(1);
    }
  }

  public static void main(String[] args) throws Exception {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      Seen.threads(
              CLIENTS * 2,
              (index, seen) -> {
                if (index >= CLIENTS) {
                  try (SocketChannel channel = server.accept()) {
                    if (index == CLIENTS) {
                      seen.add(channel.write(halves(BYTES)));
                    } else {
                      send(channel, seen);
                    }
                  }
                  return;
                }
                try (SocketChannel channel = SocketChannel.open()) {
                  channel.setOption(StandardSocketOptions.SO_RCVBUF, 65_536);
                  channel.connect(server.getLocalAddress());
                  receive(channel, seen);
                }
              })
          .print();
    }
  }
}
