package io.understudy.engine.monitor;

import io.understudy.engine.time.Clock;
import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Reason;
import io.understudy.engine.turn.State;
import io.understudy.engine.turn.Turn;
import io.understudy.engine.turn.Wakeups;

/**
 * Object.wait and notify of managed threads: one FIFO wait set in the model. The monitor is really
 * released and re-acquired, by JNI MonitorExit and MonitorEnter, so that a monitor which is held
 * when the waiter comes back fires the same contention event as any other.
 */
// the loops that these checks look for stand at the call sites that were swapped
@SuppressWarnings({"WaitNotInLoop", "NakedNotify"})
public final class WaitSet {
  private static ManagedThread[] waiting = new ManagedThread[64];
  private static int size;

  private WaitSet() {}

  /** Call site of Object.wait(). */
  public static void await(Object o) throws InterruptedException {
    await(o, 0);
  }

  /** Call site of Object.wait(long, int). */
  public static void await(Object o, long millis, int nanos) throws InterruptedException {
    ManagedThread t = Turn.current();
    if (t == null) {
      o.wait(millis, nanos);
      return;
    }
    if (nanos < 0 || nanos > 999_999) {
      throw new IllegalArgumentException("nanosecond timeout value out of range");
    }
    await(o, nanos > 0 && millis < Long.MAX_VALUE ? millis + 1 : millis);
  }

  /** Call site of Object.wait(long). */
  public static void await(Object o, long millis) throws InterruptedException {
    ManagedThread t = Turn.current();
    if (t == null) {
      o.wait(millis);
      return;
    }
    if (millis < 0) {
      throw new IllegalArgumentException("timeout value is negative");
    }
    if (!Thread.holdsLock(o)) {
      throw new IllegalMonitorStateException("current thread is not owner");
    }
    sleepUntilWoken(t, o, State.WAITING, Clock.deadlineMillis(millis));
  }

  /**
   * Thread.join of a live managed thread. As in the JDK, whoever holds the thread's monitor gives
   * it back meanwhile: join is a synchronized method in JDK 17, and threads lock themselves.
   *
   * @return a {@link Reason}
   */
  public static int join(ManagedThread t, Thread target, long millis) throws InterruptedException {
    return sleepUntilWoken(t, target, State.JOINING, Clock.deadlineMillis(millis));
  }

  private static int sleepUntilWoken(ManagedThread t, Object o, int state, long deadline)
      throws InterruptedException {
    ContendedMonitors vm = Monitors.vm();
    int held = 0;
    int wake;
    t.depth++;
    try {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      t.on = o;
      add(t);
      while (Thread.holdsLock(o)) {
        check(vm.exit(o));
        held++;
      }
      wake = Turn.block(t, state, deadline, true);
      t.on = null;
    } finally {
      t.depth--;
    }
    // with the hooks on: a monitor that is held by now gives the turn up again
    for (int i = 0; i < held; i++) {
      check(vm.enter(o));
    }
    if (wake == Reason.INTERRUPT) {
      throw new InterruptedException();
    }
    return wake;
  }

  private static void check(int error) {
    if (error != 0) {
      throw new IllegalMonitorStateException("JNI monitor call failed with " + error);
    }
  }

  /** Call site of Object.notify. */
  public static void notifyOne(Object o) {
    notify(o, false);
  }

  /** Call site of Object.notifyAll. */
  public static void notifyEvery(Object o) {
    notify(o, true);
  }

  private static void notify(Object o, boolean all) {
    if (!Thread.holdsLock(o)) {
      throw new IllegalMonitorStateException("current thread is not owner");
    }
    boolean found = false;
    if (Turn.current() == null) {
      Wakeups.notifiedExternally(o, all);
    } else if (size != 0) {
      for (ManagedThread t = first(o); t != null; t = first(o)) {
        found = true;
        Wakeups.notified(t);
        if (!all) {
          return;
        }
      }
    }
    // threads that are not managed wait in the JVM
    if (all) {
      o.notifyAll();
    } else if (!found) {
      o.notify();
    }
  }

  /** The longest waiting thread, or null. Turn holder, or nobody has the turn. */
  public static ManagedThread first(Object o) {
    for (int i = 0; i < size; i++) {
      if (waiting[i].on == o && waiting[i].state == State.WAITING) {
        return waiting[i];
      }
    }
    return null;
  }

  /** {@code t} has ended. Lock of the scheduler held. */
  public static void wakeJoiners(ManagedThread t) {
    for (int i = 0; i < size; i++) {
      ManagedThread w = waiting[i];
      if (w.on == t.thread
          && w.state == State.JOINING
          && Wakeups.wakeLocked(w, State.JOINING, Reason.JOIN)) {
        i--;
      }
    }
  }

  private static void add(ManagedThread t) {
    if (size == waiting.length) {
      ManagedThread[] more = new ManagedThread[size * 2];
      System.arraycopy(waiting, 0, more, 0, size);
      waiting = more;
    }
    waiting[size++] = t;
  }

  /** {@code t} waits no longer. */
  public static void drop(ManagedThread t) {
    for (int i = 0; i < size; i++) {
      if (waiting[i] == t) {
        System.arraycopy(waiting, i + 1, waiting, i, size - i - 1);
        waiting[--size] = null;
        return;
      }
    }
  }
}
