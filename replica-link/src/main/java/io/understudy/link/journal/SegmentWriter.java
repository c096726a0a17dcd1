package io.understudy.link.journal;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** Writes one segment file. Used by one thread. */
final class SegmentWriter implements Closeable {
  private static final int LEVEL = 1;
  private static final int WORTH_PACKING = 64;

  private final FileChannel file;
  private final MessageDigest digest = Digest.start();
  private final ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(LEVEL);
  private byte[] packed = new byte[0];
  private long size;

  /** Creates the file with its head; a reader sees the head whole or no file at all. */
  SegmentWriter(Path directory, JournalHeader header) throws IOException {
    Path path = directory.resolve(header.name().file());
    Path fresh = directory.resolve(header.name().file() + ".new");
    file =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    try {
      byte[] head = HeaderCodec.encode(header);
      write(head, head.length);
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** Writes one block of whole records. */
  void block(byte[] data, int from, int to, long first) throws IOException {
    int raw = to - from;
    if (packed.length < BlockFormat.HEAD + raw) {
      packed = new byte[BlockFormat.HEAD + Math.max(raw, BlockFormat.TARGET)];
    }
    int stored = pack(data, from, raw);
    BlockFormat.seal(packed, raw, stored, first);
    write(packed, BlockFormat.HEAD + stored);
  }

  /** Bytes in the file. */
  long size() {
    return size;
  }

  /** Digest of the whole file as it is now. */
  Digest digest() {
    try {
      return new Digest(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's own SHA-256 can be cloned", e);
    }
  }

  void force() throws IOException {
    file.force(false);
  }

  @Override
  public void close() throws IOException {
    zstd.close();
    file.close();
  }

  private int pack(byte[] data, int from, int raw) {
    if (raw >= WORTH_PACKING) {
      try {
        // one byte less room than raw: what does not shrink does not fit
        return zstd.compressByteArray(packed, BlockFormat.HEAD, raw - 1, data, from, raw);
      } catch (ZstdException e) {
        if (e.getErrorCode() != Zstd.errDstSizeTooSmall()) {
          throw e;
        }
      }
    }
    System.arraycopy(data, from, packed, BlockFormat.HEAD, raw);
    return raw;
  }

  private void write(byte[] bytes, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
    digest.update(bytes, 0, length);
    size += length;
  }
}
