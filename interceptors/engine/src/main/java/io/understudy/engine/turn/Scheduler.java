package io.understudy.engine.turn;

import io.understudy.engine.log.Log;
import io.understudy.engine.monitor.Monitors;
import io.understudy.engine.monitor.WaitSet;
import io.understudy.engine.time.Clock;

/** Who gets the turn next, and what a thread does when it has it again. */
final class Scheduler {
  static final SpinLock LOCK = new SpinLock();
  static final RunQueue QUEUE = new RunQueue();
  static final ThreadTable TABLE = new ThreadTable();
  static final Externals EXTERNALS = new Externals();
  static final Engine ENGINE = new PlatformEngine();
  static long grants;

  private Scheduler() {}

  /** {@code t}, whose state says why, gives the turn to whoever is next. */
  static void handOver(ManagedThread t) {
    Monitors.noteOwners(t);
    if (Turn.mode == Mode.REPLAY && ReplayGrants.next(t)) {
      return;
    }
    if (Turn.mode != Mode.RECORD) {
      return;
    }
    LOCK.lock();
    boolean idle = !QUEUE.hasRunnable() && EXTERNALS.isEmpty();
    LOCK.unlock();
    if (idle) {
      Log.publish(true);
    }
    ManagedThread next = null;
    LOCK.lock();
    if (Turn.mode == Mode.RECORD) {
      next = choose();
      if (next == null) {
        Turn.holder = null;
      }
    }
    LOCK.unlock();
    if (next != null) {
      // behind the lock: waking is a system call, and who finds the lock taken may fall asleep
      ENGINE.ready(next);
    }
  }

  /** Lock held: gives the turn to the next thread, if there is one; it has yet to be woken. */
  private static ManagedThread choose() {
    if (Pause.on) {
      return null;
    }
    EXTERNALS.deliver();
    ManagedThread next = QUEUE.poll();
    if (next != null) {
      give(next);
    }
    return next;
  }

  /** Lock held. */
  static void dispatchIfIdle() {
    ManagedThread next = Turn.holder == null ? choose() : null;
    if (next != null) {
      ENGINE.ready(next);
    }
  }

  /** Lock held. */
  static void grant(ManagedThread t) {
    give(t);
    ENGINE.ready(t);
  }

  private static void give(ManagedThread t) {
    grants++;
    Turn.holder = t;
    t.granted = true;
  }

  /** Primary: takes the turn if nobody has it, else queues. True when the caller must wait. */
  static boolean take(ManagedThread t) {
    LOCK.lock();
    boolean wait = false;
    t.wake = Reason.NATIVE;
    if (Turn.mode == Mode.OFF) {
      t.wake = Reason.ABANDONED;
    } else if (Turn.mode == Mode.ENDED) {
      wait = true;
    } else if (Turn.holder == null && !Pause.on) {
      Turn.holder = t;
      grants++;
    } else {
      QUEUE.add(t, Reason.NATIVE);
      wait = true;
    }
    LOCK.unlock();
    return wait;
  }

  /** {@code t} has the turn again, or replication was given up; returns the reason. */
  static int resumed(ManagedThread t, boolean interruptible) {
    int wake = t.wake;
    if (wake == Reason.TIMEOUT || wake == Reason.INTERRUPT || wake == Reason.ABANDONED) {
      WaitSet.drop(t);
    }
    t.state = State.RUNNING;
    t.deadline = 0;
    t.batched = 0;
    if (Turn.mode == Mode.RECORD && wake != Reason.ABANDONED) {
      Log.writer().grant(wake, t.id);
    }
    restoreInterrupt(t, interruptible && wake == Reason.INTERRUPT);
    return wake;
  }

  /** The interrupt status goes back from the model to the thread. */
  static void restoreInterrupt(ManagedThread t, boolean consumed) {
    if (t.pendingInterrupt) {
      t.pendingInterrupt = false;
      if (!consumed) {
        t.depth++;
        t.thread.interrupt();
        t.depth--;
      }
    }
  }

  /** ns that a waiting thread may sleep; 0 = until woken; negative = ask {@link #expired}. */
  static long remaining(ManagedThread t) {
    if (Turn.mode == Mode.OFF) {
      return -1;
    }
    if (Turn.mode != Mode.RECORD) {
      return 0;
    }
    if (t.state == State.NATIVE && !t.queued) {
      return -1;
    }
    long deadline = t.deadline;
    if (deadline == 0) {
      return 0;
    }
    long left = deadline - Clock.logicalNanos();
    return left > 0 ? left : -1;
  }

  /** True when {@code t} need not wait for a grant any more; {@code t.wake} says why. */
  static boolean expired(ManagedThread t) {
    boolean done = false;
    LOCK.lock();
    if (!t.granted) {
      if (Turn.mode == Mode.OFF) {
        QUEUE.remove(t);
        t.wake = Reason.ABANDONED;
        done = true;
      } else if (t.state == State.NATIVE && !t.queued) {
        t.wake = Reason.LIVE;
        done = true;
      } else if (t.deadline != 0 && t.deadline - Clock.logicalNanos() <= 0) {
        t.deadline = 0;
        if (!t.queued) {
          QUEUE.add(t, Reason.TIMEOUT);
          dispatchIfIdle();
        }
      }
    }
    LOCK.unlock();
    return done;
  }

  /** Lock held: every waiting thread looks anew at what it waits for. */
  static void wakeAll() {
    for (int i = 0; i < TABLE.size(); i++) {
      ENGINE.ready(TABLE.get(i));
    }
  }
}
