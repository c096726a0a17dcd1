package io.understudy.link.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The head of a block: magic (4), raw length (4), stored length (4), position of its first byte
 * (8), CRC32C of these and of the stored bytes (4). Stored equal to raw means not packed, else
 * zstd.
 *
 * <p>A block holds whole calls of {@link io.understudy.engine.log.LogSink#append}, hence whole
 * records.
 */
final class BlockFormat {
  static final int HEAD = 24;

  /** A block is written when this many raw bytes wait, or at a flush. */
  static final int TARGET = 64 * 1024;

  /** Longest run of records taken in one call; a claim beyond it is damage. */
  static final int MAX_RAW = 16 << 20;

  static final int MAGIC = 0x55424C4B; // "UBLK"

  private BlockFormat() {}

  /** Writes the head into {@code block}, whose stored bytes stand behind {@link #HEAD} already. */
  static void seal(byte[] block, int raw, int stored, long first) {
    ByteBuffer head = ByteBuffer.wrap(block);
    head.putInt(MAGIC).putInt(raw).putInt(stored).putLong(first);
    head.putInt(checksum(block, block, HEAD, stored));
  }

  static int checksum(byte[] head, byte[] stored, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(head, 0, HEAD - 4);
    crc.update(stored, from, length);
    return (int) crc.getValue();
  }

  /** Whether a head may be one: its checksum is judged with the stored bytes. */
  static boolean plausible(ByteBuffer head) {
    int raw = head.getInt(4);
    int stored = head.getInt(8);
    return head.getInt(0) == MAGIC
        && raw > 0
        && raw <= MAX_RAW
        && stored > 0
        && stored <= raw
        && head.getLong(12) >= 0;
  }
}
