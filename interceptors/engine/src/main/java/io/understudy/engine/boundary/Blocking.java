package io.understudy.engine.boundary;

import io.understudy.engine.time.Clock;
import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Turn;
import java.io.FileDescriptor;
import java.io.IOException;

/**
 * Natives that may block. The primary first tries without blocking and keeps the turn; else it
 * gives the turn up, calls, and queues for the turn with the result.
 */
public final class Blocking {
  /** The call's record was taken; read the results. */
  public static final int CONSUMED = 0;

  /** Make the real call; the turn is held. */
  public static final int KEEP = 1;

  /** Try without blocking first; then {@link #release}. */
  public static final int TRY = 2;

  /** Make the real call; the turn has been given up. */
  public static final int RELEASED = 3;

  /** {@code <poll.h>}. */
  static final int POLLIN = 1;

  static final int POLLOUT = 4;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private Blocking() {}

  /**
   * Decides how the call is made. Unless it is consumed, {@link #back} must follow.
   *
   * @param mayBlock false when the arguments or the descriptor's mode exclude it
   * @return one of the constants
   */
  public static int enter(ManagedThread t, int id, boolean mayBlock) throws Throwable {
    Boundary.hit(id);
    boolean blocks = mayBlock && t.classInit == 0;
    if (Turn.replaying()) {
      long since = Clock.logicalNanos();
      int how = blocks ? Turn.awaitInput(t) : Turn.FROM_LOG;
      if (how != Turn.FROM_LOG && Turn.recording()) {
        t.stoodNanos = Clock.logicalNanos() - since;
      }
      if (how == Turn.LIVE_RELEASED) {
        t.depth++;
        return RELEASED;
      }
      if (how == Turn.FROM_LOG && Calls.consume(t, id)) {
        return CONSUMED;
      }
    }
    t.depth++;
    if (!blocks) {
      return KEEP;
    }
    return Turn.mayBatch(t) ? TRY : release(t);
  }

  /**
   * The time-out of the real call: what is left of it, if the thread stood in it already when this
   * node was promoted.
   *
   * @param millis as the server says it; below 0: none
   */
  public static long timeout(ManagedThread t, long millis) {
    return millis <= 0 ? millis : Math.max(0, millis - t.stoodNanos / NANOS_PER_MILLI);
  }

  /** Gives the turn up. */
  public static int release(ManagedThread t) {
    Turn.release(t);
    return RELEASED;
  }

  /** Behind the real call: takes the turn again if it was given up. */
  public static void back(ManagedThread t, int how) {
    if (how == RELEASED) {
      Turn.acquire(t);
    }
    t.stoodNanos = 0;
    t.depth--;
  }

  /** Whether a real call on this descriptor would not block now. */
  public static boolean ready(FileDescriptor fd, int events) {
    try {
      return RealNatives.get().poll(fd, events, 0) != 0;
    } catch (IOException e) {
      return true; // the call itself says so better
    }
  }
}
