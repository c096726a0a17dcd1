package io.understudy.link.journal;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads one segment file from its head on, also while it grows. Used by one thread. */
final class SegmentReader implements Closeable {
  /** What stands at the reader's place. */
  enum State {
    /** A good block; {@link #block} has it. */
    BLOCK,
    /** Exactly the end of the file. */
    END,
    /** Fewer bytes than the block claims: it is being written, or was cut off. */
    INCOMPLETE,
    /** Bytes that are no block, or fail their check. */
    BAD
  }

  private final Path path;
  private final FileChannel file;
  private final JournalHeader header;
  private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
  private long offset;
  private long position;
  private Block block;

  SegmentReader(Path path) throws IOException {
    this.path = path;
    this.file = FileChannel.open(path, StandardOpenOption.READ);
    try {
      this.header = readHeader();
      this.position = header.start();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  JournalHeader header() {
    return header;
  }

  Path path() {
    return path;
  }

  /** Log position at which the next block must begin. */
  long position() {
    return position;
  }

  /** File offset of the next block. */
  long offset() {
    return offset;
  }

  long size() throws IOException {
    return file.size();
  }

  /** The block that the last call of {@link #next} found. */
  Block block() {
    return block;
  }

  /** Tries the next block; moves on only when it is good. */
  State next() throws IOException {
    long left = file.size() - offset;
    if (left == 0) {
      return State.END;
    }
    if (left < BlockFormat.HEAD) {
      return State.INCOMPLETE;
    }
    ByteBuffer head = ByteBuffer.wrap(read(offset, BlockFormat.HEAD));
    if (!BlockFormat.plausible(head) || head.getLong(12) != position) {
      return State.BAD;
    }
    int stored = head.getInt(8);
    if (left < BlockFormat.HEAD + (long) stored) {
      return State.INCOMPLETE;
    }
    byte[] raw = unpack(head, read(offset + BlockFormat.HEAD, stored));
    if (raw == null) {
      return State.BAD;
    }
    block = new Block(raw, position);
    position += raw.length;
    offset += BlockFormat.HEAD + stored;
    return State.BLOCK;
  }

  /** Passes over blocks that end at or before a position, reading only their heads. */
  void skipTo(long target) throws IOException {
    while (position < target && file.size() - offset >= BlockFormat.HEAD) {
      ByteBuffer head = ByteBuffer.wrap(read(offset, BlockFormat.HEAD));
      long end = position + head.getInt(4);
      long next = offset + BlockFormat.HEAD + head.getInt(8);
      if (!BlockFormat.plausible(head)
          || head.getLong(12) != position
          || end > target
          || next > file.size()) {
        return;
      }
      position = end;
      offset = next;
    }
  }

  /**
   * Whether a good block stands anywhere behind the reader's place. Then what stands at that place
   * is damage, for a torn tail has nothing behind it.
   */
  boolean goodBlockBehind() throws IOException {
    byte[] rest = read(offset, (int) Math.min(file.size() - offset, 2L * BlockFormat.MAX_RAW));
    ByteBuffer in = ByteBuffer.wrap(rest);
    for (int i = 1; i + BlockFormat.HEAD < rest.length; i++) {
      if (in.getInt(i) != BlockFormat.MAGIC) {
        continue;
      }
      ByteBuffer head = in.slice(i, BlockFormat.HEAD);
      int stored = head.getInt(8);
      int body = i + BlockFormat.HEAD;
      if (BlockFormat.plausible(head) && stored <= rest.length - body) {
        byte[] bytes = new byte[stored];
        System.arraycopy(rest, body, bytes, 0, stored);
        if (checks(head, bytes)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    zstd.close();
    file.close();
  }

  private JournalHeader readHeader() throws IOException {
    if (file.size() < HeaderCodec.FIXED) {
      throw HeaderCodec.damaged(path, "it is shorter than a header");
    }
    int length = HeaderCodec.lengthOf(ByteBuffer.wrap(read(0, HeaderCodec.FIXED)), path);
    if (file.size() < length) {
      throw HeaderCodec.damaged(path, "its header is cut short");
    }
    offset = length;
    return HeaderCodec.decode(read(0, length), path);
  }

  private byte[] unpack(ByteBuffer head, byte[] stored) {
    if (!checks(head, stored)) {
      return null;
    }
    int rawLength = head.getInt(4);
    if (stored.length == rawLength) {
      return stored;
    }
    byte[] raw = new byte[rawLength];
    try {
      int n = zstd.decompressByteArray(raw, 0, rawLength, stored, 0, stored.length);
      return n == rawLength ? raw : null;
    } catch (ZstdException e) {
      return null;
    }
  }

  private static boolean checks(ByteBuffer head, byte[] stored) {
    byte[] h = new byte[BlockFormat.HEAD];
    head.get(0, h);
    return BlockFormat.checksum(h, stored, 0, stored.length) == head.getInt(20);
  }

  private byte[] read(long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, at + buffer.position()) < 0) {
        throw HeaderCodec.damaged(path, "it shrank while it was read");
      }
    }
    return buffer.array();
  }
}
