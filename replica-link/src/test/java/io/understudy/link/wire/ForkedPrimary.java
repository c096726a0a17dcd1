package io.understudy.link.wire;

import io.understudy.link.LinkLimits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/**
 * A primary in a process of its own, to be killed. Records are a length (2 bytes) and so many bytes
 * of that length's low byte. What the backup acknowledged goes to a file at once.
 */
final class ForkedPrimary {
  private ForkedPrimary() {}

  public static void main(String[] arguments) throws IOException {
    Primary primary = new Primary(Path.of(arguments[0]), LinkLimits.DEFAULT);
    System.out.println(primary.port());
    Random random = new Random(4);
    ByteBuffer acknowledged = ByteBuffer.allocate(Long.BYTES);
    try (FileChannel file =
        FileChannel.open(
            Path.of(arguments[1]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long deadline = System.nanoTime() + 60_000_000_000L;
      while (System.nanoTime() < deadline) {
        if (primary.link.hasRoom()) {
          byte[] record = record(1 + random.nextInt(900));
          primary.link.append(
              record, 0, record.length, primary.journal.position(), random.nextBoolean());
        }
        acknowledged.putLong(0, primary.link.receivedPosition()).rewind();
        file.write(acknowledged, 0);
      }
    }
  }

  static byte[] record(int length) {
    ByteBuffer b = ByteBuffer.allocate(2 + length).putShort((short) length);
    while (b.hasRemaining()) {
      b.put((byte) length);
    }
    return b.array();
  }
}
