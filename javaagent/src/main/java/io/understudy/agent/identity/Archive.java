package io.understudy.agent.identity;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * The central directory of a ZIP file (APPNOTE 4.3.12, 4.3.16): names, sizes, times and CRC-32 of
 * all entries. It tells one archive from another as well as the whole does, and a cold JVM needs a
 * tenth of a second to digest ten megabytes.
 */
final class Archive {
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int SIZE_AT = 12;
  private static final int LARGEST = 64 << 20;

  private Archive() {}

  /** The directory with the record at its end; null if this is no archive that we can read. */
  static byte[] directory(File file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
      byte[] tail = new byte[(int) Math.min(in.length(), END_BYTES + LONGEST_COMMENT)];
      in.seek(in.length() - tail.length);
      in.readFully(tail);
      for (int end = tail.length - END_BYTES; end >= 0; end--) {
        if (number(tail, end) == END) {
          long size = number(tail, end + SIZE_AT) & 0xffff_ffffL;
          long from = in.length() - (tail.length - end) - size;
          if (size == 0 || size > LARGEST || from < 0) {
            return null; // empty, or of the 64-bit format
          }
          byte[] directory = new byte[(int) (in.length() - from)];
          in.seek(from);
          in.readFully(directory);
          return directory;
        }
      }
      return null;
    }
  }

  /**
   * Length, CRC-32 and CRC-32C, in hex. The directory holds the CRC-32 of each entry, so a stronger
   * digest of it would tell no more; and a cold JVM digests half a megabyte by SHA-256 in a tenth
   * of a second.
   */
  static String checksum(byte[] directory) {
    CRC32 crc = new CRC32();
    crc.update(directory, 0, directory.length);
    CRC32C castagnoli = new CRC32C();
    castagnoli.update(directory, 0, directory.length);
    return Integer.toHexString(directory.length)
        + "-"
        + Long.toHexString(crc.getValue())
        + "-"
        + Long.toHexString(castagnoli.getValue());
  }

  /** Little-endian. */
  private static int number(byte[] b, int at) {
    return (b[at] & 0xff)
        | (b[at + 1] & 0xff) << 8
        | (b[at + 2] & 0xff) << 16
        | (b[at + 3] & 0xff) << 24;
  }
}
