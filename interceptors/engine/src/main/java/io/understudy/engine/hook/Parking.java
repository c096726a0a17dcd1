package io.understudy.engine.hook;

import io.understudy.engine.time.Clock;
import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Mode;
import io.understudy.engine.turn.State;
import io.understudy.engine.turn.Turn;
import io.understudy.engine.turn.Wakeups;
import jdk.internal.misc.Unsafe;

/** Call sites of Unsafe.park and unpark: all of java.util.concurrent waits there. */
public final class Parking {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private Parking() {}

  /** Unsafe.park: {@code time} is ns, or ms since the epoch when absolute. */
  public static void park(Object unsafe, boolean absolute, long time) {
    ManagedThread t = Turn.current();
    if (t == null) {
      UNSAFE.park(absolute, time);
      return;
    }
    if (t.permit) {
      t.permit = false;
      return;
    }
    t.depth++;
    try {
      if (t.thread.isInterrupted() || (time < 0 && !absolute)) {
        return;
      }
      long deadline = 0;
      if (absolute) {
        deadline = Clock.deadlineMillis(Math.max(1, time - Clock.logicalMillis()));
      } else if (time > 0 && time < Long.MAX_VALUE / 4) {
        deadline = Clock.deadlineNanos(time);
      }
      Turn.block(t, State.PARKED, deadline, false);
    } finally {
      t.depth--;
    }
  }

  /** Unsafe.unpark. */
  public static void unpark(Object unsafe, Object thread) {
    ManagedThread target =
        thread == null || Turn.mode() == Mode.OFF ? null : Turn.find((Thread) thread);
    if (target == null) {
      UNSAFE.unpark(thread);
      return;
    }
    ManagedThread holder = Turn.holder();
    if (holder != null && holder.thread == Thread.currentThread() && holder.depth > 0) {
      // agent code on the turn holder never means to wake a managed thread's program
      UNSAFE.unpark(thread);
      return;
    }
    if (target.depth > 0) {
      // it may wait inside agent code, for the log or for room in a queue; the engine's own waits
      // look again after any wake-up
      UNSAFE.unpark(thread);
    }
    Wakeups.unpark(target, Turn.current() == null);
  }
}
