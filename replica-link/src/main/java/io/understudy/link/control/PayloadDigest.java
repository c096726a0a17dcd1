package io.understudy.link.control;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * 64 bits by which an agent and its netctl recognise the same datagram: two check sums of different
 * polynomials, which the JDK computes fast. No defence against an adversary, who can hurt only what
 * has his own source address. One thread.
 */
public final class PayloadDigest {
  private final CRC32 high = new CRC32();
  private final CRC32C low = new CRC32C();

  /** The digest of a part of an array. */
  public long of(byte[] bytes, int offset, int length) {
    high.reset();
    low.reset();
    high.update(bytes, offset, length);
    low.update(bytes, offset, length);
    return high.getValue() << Integer.SIZE | low.getValue();
  }
}
