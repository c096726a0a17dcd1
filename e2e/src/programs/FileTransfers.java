import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that go over sockets without a copy: transferTo, transferFrom. */
public final class FileTransfers {
  private static final int CLIENTS = 3;
  private static final int LENGTH = 100_000;

  public static void main(String[] args) throws Exception {
    Path file = Path.of("transfer");
    byte[] content = new byte[LENGTH];
    Seen.random(args, 0).nextBytes(content);
    Files.write(file, content);
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      Seen.threads(
              CLIENTS + 1,
              (index, seen) -> {
                if (index == CLIENTS) {
                  for (int i = 0; i < CLIENTS; i++) {
                    try (SocketChannel channel = server.accept();
                        FileChannel from = FileChannel.open(file)) {
                      for (long at = 0; at < LENGTH; ) {
                        at += from.transferTo(at, LENGTH - at, channel);
                      }
                    }
                  }
                  return;
                }
                Path copy = Path.of("copy" + index);
                try (SocketChannel channel = SocketChannel.open(server.getLocalAddress());
                    FileChannel to = FileChannel.open(copy, CREATE, WRITE)) {
                  for (long at = 0; at < LENGTH; ) {
                    at += to.transferFrom(channel, at, LENGTH - at);
                    seen.add(at);
                  }
                }
                seen.add(ByteBuffer.wrap(Files.readAllBytes(copy)).hashCode());
                Files.delete(copy);
              })
          .print();
    }
    Files.delete(file);
  }
}
