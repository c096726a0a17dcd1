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
    t.depth++;
    int held = 0;
    int wake;
    try {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      t.on = o;
      add(t);
      ContendedMonitors vm = Monitors.vm();
      while (Thread.holdsLock(o)) {
        check(vm.exit(o));
        held++;
      }
      wake = Turn.block(t, State.WAITING, Clock.deadlineMillis(millis), true);
      t.on = null;
    } finally {
      t.depth--;
    }
    reenter(o, held);
    if (wake == Reason.INTERRUPT) {
      throw new InterruptedException();
    }
  }

  /** With the hooks on, so that a monitor that is held gives the turn up again. */
  private static void reenter(Object o, int times) {
    ContendedMonitors vm = Monitors.vm();
    for (int i = 0; i < times; i++) {
      check(vm.enter(o));
    }
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

  /** Thread.join: waits in the same set for the end of a thread. */
  public static void addJoiner(ManagedThread t, Thread target) {
    t.on = target;
    add(t);
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
