package io.understudy.engine.turn;

import io.understudy.engine.boundary.ForeignCloses;
import io.understudy.engine.monitor.WaitSet;

/**
 * How waiting threads become runnable. By the turn holder at once; by an unmanaged thread as an
 * event that the log holds.
 */
public final class Wakeups {
  private Wakeups() {}

  /**
   * LockSupport.unpark of a managed thread, by the turn holder or (external) by any other thread.
   */
  public static void unpark(ManagedThread t, boolean external) {
    Scheduler.LOCK.lock();
    if (external) {
      external(t, Externals.UNPARK);
    } else {
      unparkLocked(t);
    }
    Scheduler.LOCK.unlock();
  }

  /** Thread.interrupt of a managed thread that does not run. */
  public static void interrupt(ManagedThread t, boolean external) {
    Scheduler.LOCK.lock();
    if (external) {
      external(t, Externals.INTERRUPT);
    } else {
      interruptLocked(t);
    }
    Scheduler.LOCK.unlock();
  }

  /** The turn holder notified waiting thread {@code t}. */
  public static void notified(ManagedThread t) {
    Scheduler.LOCK.lock();
    wakeLocked(t, State.WAITING, Reason.NOTIFY);
    Scheduler.LOCK.unlock();
  }

  /** An unmanaged thread notified the waiters of {@code o}. */
  public static void notifiedExternally(Object o, boolean all) {
    Scheduler.LOCK.lock();
    if (Turn.mode == Mode.RECORD) {
      Scheduler.EXTERNALS.addNotify(o, all);
      Scheduler.dispatchIfIdle();
    }
    Scheduler.LOCK.unlock();
  }

  /** A signal came for which the server has a handler; {@code runner} starts it. */
  public static void signalled(ManagedThread runner, int number) {
    Scheduler.LOCK.lock();
    if (Turn.mode == Mode.RECORD) {
      Scheduler.EXTERNALS.addNumber(runner, Externals.SIGNAL, number);
      Scheduler.dispatchIfIdle();
    }
    Scheduler.LOCK.unlock();
  }

  /** An unmanaged thread wants a managed descriptor closed. */
  public static void closed(int fd) {
    Scheduler.LOCK.lock();
    if (ForeignCloses.ask(fd, Turn.mode == Mode.RECORD)) {
      Scheduler.EXTERNALS.addNumber(null, Externals.CLOSE, fd);
      Scheduler.dispatchIfIdle();
    }
    Scheduler.LOCK.unlock();
  }

  /** Lock held: this node is live; what its Cleaner asked for while it followed is done now. */
  static void closeLeft() {
    for (int fd = ForeignCloses.left(); fd >= 0; fd = ForeignCloses.left()) {
      Scheduler.EXTERNALS.addNumber(null, Externals.CLOSE, fd);
    }
  }

  /** A backup gets external events from the log alone. */
  private static void external(ManagedThread t, int event) {
    if (Turn.mode == Mode.RECORD) {
      Scheduler.EXTERNALS.add(t, event);
      Scheduler.dispatchIfIdle();
    }
  }

  static void unparkLocked(ManagedThread t) {
    if (!wakeLocked(t, State.PARKED, Reason.UNPARK)) {
      t.permit = true;
    }
  }

  static void interruptLocked(ManagedThread t) {
    t.pendingInterrupt = true;
    if (!wakeLocked(t, State.PARKED, Reason.UNPARK)
        && !wakeLocked(t, State.SLEEPING, Reason.INTERRUPT)
        && !wakeLocked(t, State.WAITING, Reason.INTERRUPT)) {
      wakeLocked(t, State.JOINING, Reason.INTERRUPT);
    }
  }

  /**
   * Makes {@code t} runnable if it is in this state; one that has timed out but was not granted yet
   * still counts as waiting. Lock of the scheduler held.
   */
  public static boolean wakeLocked(ManagedThread t, int state, int reason) {
    if (t.state != state || t.granted || (t.queued && t.wake != Reason.TIMEOUT)) {
      return false;
    }
    WaitSet.drop(t);
    Scheduler.QUEUE.add(t, reason);
    return true;
  }
}
