package io.understudy.engine.boundary;

import io.understudy.engine.turn.Mode;
import io.understudy.engine.turn.Turn;
import io.understudy.engine.turn.Wakeups;
import java.io.FileDescriptor;
import java.io.IOException;

/**
 * Closes of managed descriptors by threads that are not managed: the JDK's Cleaner, after a socket
 * or a stream was dropped. When the collector finds it differs from node to node, so the primary
 * logs the close at a hand-over of the turn, and a backup closes there. Guarded by the scheduler's
 * lock, but for {@link #deferred}.
 */
public final class ForeignCloses {
  /** By number: this node's Cleaner has asked, the log has not yet. Only on a backup. */
  private static boolean[] asked = new boolean[64];

  /** By number: closes in the log for which this node's Cleaner is still to ask, in vain. */
  private static int[] owed = new int[64];

  private ForeignCloses() {}

  /**
   * Before a close for real.
   *
   * @return true: it is an event now, and the caller does nothing
   */
  public static boolean deferred(int fd) {
    int mode = Turn.mode();
    if (fd < ManagedDescriptors.FIRST
        || (mode != Mode.RECORD && mode != Mode.REPLAY)
        || Turn.isHolder(Thread.currentThread())) {
      return false;
    }
    Wakeups.closed(fd);
    return true;
  }

  /** As {@link #deferred(int)}. */
  public static boolean deferred(FileDescriptor fd) {
    return deferred(Descriptor.get(fd));
  }

  /** Whether this node's Cleaner asks for what is to be logged. */
  public static boolean ask(int fd, boolean recording) {
    int i = index(fd);
    if (owed[i] > 0) {
      owed[i]--;
      return false;
    }
    asked[i] = !recording;
    return recording;
  }

  /** The log closes the descriptor. */
  public static void logged(int fd) {
    int i = index(fd);
    if (asked[i]) {
      asked[i] = false;
    } else {
      owed[i]++;
    }
    close(fd);
  }

  /** This node is live: the next descriptor that its Cleaner had asked for, or -1. */
  public static int left() {
    for (int i = 0; i < asked.length; i++) {
      if (asked[i]) {
        asked[i] = false;
        return ManagedDescriptors.FIRST + i;
      }
    }
    return -1;
  }

  /** Closes for real, and frees the number. */
  public static void close(int fd) {
    ManagedDescriptors.closed(fd);
    if (Boundary.offline()) {
      return;
    }
    try {
      RealNatives.get().close(fd);
    } catch (IOException e) {
      return; // as the JDK's Cleaner does
    }
  }

  private static int index(int fd) {
    int i = fd - ManagedDescriptors.FIRST;
    if (i >= asked.length) {
      boolean[] moreAsked = new boolean[i + 64];
      int[] moreOwed = new int[i + 64];
      System.arraycopy(asked, 0, moreAsked, 0, asked.length);
      System.arraycopy(owed, 0, moreOwed, 0, owed.length);
      asked = moreAsked;
      owed = moreOwed;
    }
    return i;
  }
}
