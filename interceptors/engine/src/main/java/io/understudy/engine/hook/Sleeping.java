package io.understudy.engine.hook;

import io.understudy.engine.time.Clock;
import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Reason;
import io.understudy.engine.turn.State;
import io.understudy.engine.turn.Turn;

/** Thread.sleep and Thread.yield. */
public final class Sleeping {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private Sleeping() {}

  /** Call site of Thread.sleep(long) where it is native (JDK 17). */
  public static void sleepMillis(long millis) throws InterruptedException {
    if (millis < 0) {
      throw new IllegalArgumentException("timeout value is negative");
    }
    sleepNanos(
        millis > Long.MAX_VALUE / NANOS_PER_MILLI ? Long.MAX_VALUE : millis * NANOS_PER_MILLI);
  }

  /** Call site of Thread.sleepNanos0 (JDK 25). */
  public static void sleepNanos(long nanos) throws InterruptedException {
    ManagedThread t = Turn.current();
    if (t == null) {
      RealThread.get().sleep(nanos);
      return;
    }
    t.depth++;
    try {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (t.classInit > 0) {
        // others may need the class; nobody who has the turn could then give it up
        if (Turn.recording()) {
          RealThread.get().sleep(nanos);
        }
        return;
      }
      if (nanos <= 0) {
        Turn.yieldTurn(t);
        return;
      }
      long until = nanos > Long.MAX_VALUE / 4 ? 0 : Clock.deadlineNanos(nanos);
      int wake = Turn.block(t, State.SLEEPING, until, true);
      if (wake == Reason.INTERRUPT) {
        throw new InterruptedException();
      }
      if (wake == Reason.ABANDONED) {
        RealThread.get().sleep(nanos);
      }
    } finally {
      t.depth--;
    }
  }

  /** Call site of Thread.yield (JDK 17) and Thread.yield0 (JDK 25). */
  public static void yieldNow() {
    ManagedThread t = Turn.current();
    if (t == null) {
      RealThread.get().yieldNow();
      return;
    }
    if (t.classInit == 0) {
      Turn.yieldTurn(t);
    }
  }
}
