import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** UNIX-domain channels: a server, clients that connect at the same time. */
public final class UnixSockets {
  private static final int EACH = 20;
  private static final int CLIENTS = 3;

  private static void echo(SocketChannel channel, Seen seen) throws Exception {
    ByteBuffer buffer = ByteBuffer.allocate(8);
    while (channel.read(buffer.clear()) == 8) {
      seen.add(buffer.getLong(0));
      buffer.putLong(0, buffer.getLong(0) ^ System.nanoTime());
      channel.write(buffer.flip());
    }
  }

  public static void main(String[] args) throws Exception {
    // a backup on the same machine cannot bind it, too, which it must survive
    Path path =
        Path.of(
            System.getProperty("java.io.tmpdir"), "u" + ProcessHandle.current().pid() + ".sock");
    Files.deleteIfExists(path);
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(path);
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(address);
      Seen.threads(
              CLIENTS + 1,
              (index, seen) -> {
                if (index == CLIENTS) {
                  for (int i = 0; i < CLIENTS; i++) {
                    try (SocketChannel channel = server.accept()) {
                      echo(channel, seen);
                    }
                  }
                  return;
                }
                try (SocketChannel channel = SocketChannel.open(address)) {
                  ByteBuffer buffer = ByteBuffer.allocate(8);
                  for (int i = 0; i < EACH; i++) {
                    channel.write(buffer.clear().putLong(i).flip());
                    seen.add(channel.read(buffer.clear())).add(buffer.getLong(0));
                  }
                }
              })
          .print();
    }
    Files.deleteIfExists(path);
  }
}
