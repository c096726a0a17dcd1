package io.understudy.engine.boundary;

import io.understudy.engine.turn.Turn;

/**
 * Keeps {@code FileChannel.transferTo} and {@code transferFrom} of managed threads from copying
 * inside the kernel, where what a socket sends is not seen: the JDK then reads and writes.
 */
public final class FileTransfers {
  private FileTransfers() {}

  /** Read of {@code FileChannelImpl.transferSupported}, JDK 17. */
  public static boolean supported() {
    return Turn.current() == null;
  }

  /** Read of {@code FileChannelImpl.transferToDirectNotSupported} and its like, JDK 25. */
  public static boolean notSupported() {
    return Turn.current() != null;
  }
}
