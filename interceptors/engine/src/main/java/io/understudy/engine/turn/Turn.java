package io.understudy.engine.turn;

import io.understudy.engine.diverge.Divergence;
import io.understudy.engine.hook.Seeds;
import io.understudy.engine.log.Log;
import io.understudy.engine.log.LogReader;
import io.understudy.engine.log.LogWriter;
import io.understudy.engine.log.RecordKind;
import io.understudy.engine.monitor.Monitors;
import io.understudy.engine.monitor.WaitSet;
import io.understudy.engine.time.Clock;

/**
 * One managed thread runs at a time: the one that has the turn. A thread gives the turn up only
 * where it blocks; on the primary the run queue says who is next, on a backup the log does.
 */
public final class Turn {
  /** {@link #awaitInput}: the input is in the log. */
  public static final int FROM_LOG = 0;

  /** {@link #awaitInput}: promoted, and the caller has the turn. */
  public static final int LIVE_HOLDING = 1;

  /** {@link #awaitInput}: promoted, and the caller has given the turn up. */
  public static final int LIVE_RELEASED = 2;

  /** Receives in a row without handing over while others wait; more would starve timers. */
  public static final int BATCH_LIMIT = 16;

  private static volatile ManagedThread holder;
  private static volatile int mode;

  private static final SpinLock LOCK = new SpinLock();
  private static final RunQueue QUEUE = new RunQueue();
  private static final ThreadTable TABLE = new ThreadTable();
  private static final Externals EXTERNALS = new Externals();
  private static final Engine ENGINE = new PlatformEngine();
  private static volatile EngineListener listener;
  private static long grants;

  private Turn() {}

  // ---- the test at the head of every hook

  /**
   * The calling thread's context if it is managed, has the turn and runs no agent code; or null.
   */
  public static ManagedThread current() {
    ManagedThread t = holder;
    return t != null && t.thread == Thread.currentThread() && t.depth == 0 ? t : null;
  }

  /** Turns the hooks of the calling thread off. Returns what {@link #leaveAgent} needs. */
  public static ManagedThread enterAgent() {
    ManagedThread t = holder;
    if (t == null || t.thread != Thread.currentThread()) {
      return null;
    }
    t.depth++;
    return t;
  }

  /** Ends {@link #enterAgent}. */
  public static void leaveAgent(ManagedThread t) {
    if (t != null) {
      t.depth--;
    }
  }

  public static boolean recording() {
    return mode == Mode.RECORD;
  }

  public static boolean replaying() {
    return mode == Mode.REPLAY;
  }

  public static int mode() {
    return mode;
  }

  /** Who has the turn; null when idle. Any thread may look. */
  public static ManagedThread holder() {
    return holder;
  }

  /** Number of grants so far. Any thread may look. */
  public static long grants() {
    return grants;
  }

  public static EngineListener listener() {
    return listener;
  }

  // ---- start

  /** Makes {@code main}, the calling thread, the first managed thread, and gives it the turn. */
  public static void begin(Thread main, int startMode, EngineListener to) {
    listener = to;
    LOCK.lock();
    ManagedThread t = TABLE.add(main);
    LOCK.unlock();
    Seeds.seedThread(t);
    t.state = State.RUNNING;
    mode = startMode;
    holder = t;
  }

  /** Registers a thread that the turn holder starts. */
  public static void register(Thread thread) {
    LOCK.lock();
    ManagedThread t = TABLE.add(thread);
    QUEUE.add(t, Reason.START);
    LOCK.unlock();
    Seeds.seedThread(t);
  }

  /** Context of a live managed thread, or null. */
  public static ManagedThread find(Thread thread) {
    LOCK.lock();
    ManagedThread t = TABLE.find(thread);
    LOCK.unlock();
    return t;
  }

  /** Whether {@code thread} was managed and gave its last turn up. */
  public static boolean hasEnded(Thread thread) {
    LOCK.lock();
    boolean ended = TABLE.hasEnded(thread);
    LOCK.unlock();
    return ended;
  }

  // ---- giving the turn up

  /**
   * Gives the turn up and returns when the thread has it again.
   *
   * @param state a {@link State} that is not RUNNING
   * @param deadline logical System.nanoTime at which the primary ends the wait, 0 = never
   * @param interruptible the caller throws InterruptedException on {@link Reason#INTERRUPT}
   * @return a {@link Reason}
   */
  public static int block(ManagedThread t, int state, long deadline, boolean interruptible) {
    t.depth++;
    t.deadline = deadline;
    t.state = state;
    handOver(t);
    ENGINE.switchOut(t);
    int wake = resumed(t, interruptible);
    t.depth--;
    return wake;
  }

  /** Gives the turn up for good. */
  public static void end(ManagedThread t) {
    Monitors.ended(t);
    LOCK.lock();
    t.state = State.ENDED;
    WaitSet.wakeJoiners(t);
    TABLE.remove(t);
    LOCK.unlock();
    handOver(t);
  }

  /** A new thread waits here for its first turn. */
  public static void firstTurn(ManagedThread t) {
    t.depth++;
    ENGINE.switchOut(t);
    resumed(t, false);
    t.depth--;
  }

  /** The JVM's own DestroyJavaVM thread, which runs the shutdown hooks, becomes managed. */
  public static ManagedThread adoptShutdownThread() {
    ManagedThread t = Shutdown.CONTEXT;
    t.thread = Thread.currentThread();
    Seeds.seedThread(t);
    LOCK.lock();
    TABLE.addAlive(t);
    if (mode == Mode.RECORD) {
      QUEUE.add(t, Reason.START);
      if (holder == null) {
        dispatch();
      }
    }
    LOCK.unlock();
    firstTurn(t);
    return t;
  }

  /** Primary: gives the turn up before a blocking native. */
  public static void release(ManagedThread t) {
    t.depth++;
    t.state = State.NATIVE;
    handOver(t);
    t.depth--;
  }

  /** Primary: queues behind a blocking native; the caller's next record is joined to the grant. */
  public static void acquire(ManagedThread t) {
    LOCK.lock();
    if (mode == Mode.OFF) {
      LOCK.unlock();
      return;
    }
    if (holder == null) {
      t.wake = Reason.NATIVE;
      holder = t;
      grants++;
      LOCK.unlock();
    } else {
      QUEUE.add(t, Reason.NATIVE);
      LOCK.unlock();
      ENGINE.switchOut(t);
    }
    resumed(t, false);
  }

  /** Backup: waits until the log says what the blocking native that {@code t} calls returned. */
  public static int awaitInput(ManagedThread t) {
    t.depth++;
    try {
      int kind = Log.reader().peek();
      if (kind < 0) {
        goLive();
        return LIVE_HOLDING;
      }
      if (kind != RecordKind.GRANT && kind != RecordKind.EXTERNAL) {
        return FROM_LOG;
      }
      t.state = State.NATIVE;
      handOver(t);
      ENGINE.switchOut(t);
      if (t.wake == Reason.LIVE || t.wake == Reason.ABANDONED) {
        restoreInterrupt(t, false);
        return LIVE_RELEASED;
      }
      resumed(t, false);
      return mode == Mode.REPLAY ? FROM_LOG : LIVE_HOLDING;
    } finally {
      t.depth--;
    }
  }

  /** Whether {@code t} may receive once more before it hands over. Counts. */
  public static boolean mayBatch(ManagedThread t) {
    return QUEUE.size() == 0 || t.batched++ < BATCH_LIMIT;
  }

  /** Puts the turn holder itself at the end of the queue. */
  public static void requeue(ManagedThread t) {
    LOCK.lock();
    QUEUE.add(t, Reason.YIELD);
    LOCK.unlock();
  }

  // ---- waking others

  /** Managed {@code t} stands before {@code t.monitor}. */
  public static void awaitMonitor(ManagedThread t) {
    LOCK.lock();
    QUEUE.add(t, Reason.MONITOR);
    LOCK.unlock();
  }

  /**
   * LockSupport.unpark of a managed thread, by the turn holder or (external) by any other thread.
   */
  public static void unpark(ManagedThread t, boolean external) {
    LOCK.lock();
    if (external) {
      external(t, Externals.UNPARK);
    } else {
      unparkLocked(t);
    }
    LOCK.unlock();
  }

  /** Thread.interrupt of a managed thread that does not run. */
  public static void interrupt(ManagedThread t, boolean external) {
    LOCK.lock();
    if (external) {
      external(t, Externals.INTERRUPT);
    } else {
      interruptLocked(t);
    }
    LOCK.unlock();
  }

  /** The turn holder notified waiting thread {@code t}. */
  public static void notified(ManagedThread t) {
    LOCK.lock();
    wakeLocked(t, State.WAITING, Reason.NOTIFY);
    LOCK.unlock();
  }

  /** An unmanaged thread notified the waiters of {@code o}. */
  public static void notifiedExternally(Object o, boolean all) {
    LOCK.lock();
    if (mode == Mode.RECORD) {
      EXTERNALS.addNotify(o, all);
      if (holder == null) {
        dispatch();
      }
    }
    LOCK.unlock();
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

  /** A wait that has timed out but was not granted yet still counts as waiting. */
  public static boolean wakeLocked(ManagedThread t, int state, int reason) {
    if (t.state != state || t.granted || (t.queued && t.wake != Reason.TIMEOUT)) {
      return false;
    }
    WaitSet.drop(t);
    QUEUE.add(t, reason);
    return true;
  }

  private static void external(ManagedThread t, int event) {
    if (mode != Mode.RECORD) {
      return;
    }
    EXTERNALS.add(t, event);
    if (holder == null) {
      dispatch();
    }
  }

  // ---- the scheduler

  private static void handOver(ManagedThread t) {
    Monitors.noteOwners(t);
    if (mode == Mode.REPLAY && replayGrant(t)) {
      return;
    }
    if (mode == Mode.OFF) {
      return;
    }
    LOCK.lock();
    boolean idle = !QUEUE.hasRunnable() && EXTERNALS.isEmpty();
    LOCK.unlock();
    if (idle) {
      Log.publish(true);
    }
    LOCK.lock();
    if (!dispatch()) {
      holder = null;
    }
    LOCK.unlock();
  }

  /** Lock held: grants the turn to the next thread, if there is one. */
  private static boolean dispatch() {
    EXTERNALS.deliver();
    ManagedThread next = QUEUE.poll();
    if (next == null) {
      return false;
    }
    grant(next);
    return true;
  }

  private static void grant(ManagedThread t) {
    grants++;
    holder = t;
    t.granted = true;
    ENGINE.ready(t);
  }

  /** Backup: grants the turn as the log says. False when the log has ended: live now. */
  private static boolean replayGrant(ManagedThread from) {
    LogReader r = Log.reader();
    for (; ; ) {
      int kind = r.peek();
      if (kind < 0) {
        goLive();
        return mode == Mode.OFF;
      }
      if (kind == RecordKind.EXTERNAL) {
        LOCK.lock();
        EXTERNALS.replay(r, TABLE);
        LOCK.unlock();
        continue;
      }
      if (kind != RecordKind.GRANT) {
        Divergence.report(
            from + " gives the turn up (" + State.name(from.state) + ")", RecordKind.name(kind));
      }
      r.take();
      int reason = r.byteValue();
      int id = (int) r.unsigned();
      LOCK.lock();
      ManagedThread t = id == Shutdown.ID ? Shutdown.CONTEXT : TABLE.find(id);
      String wrong = mismatch(t, reason);
      if (wrong == null) {
        if (t.queued) {
          QUEUE.remove(t);
        }
        t.wake = reason;
        grant(t);
      }
      LOCK.unlock();
      if (wrong != null) {
        Divergence.report(wrong, "grant to #" + id + " by " + Reason.name(reason));
      }
      return true;
    }
  }

  private static String mismatch(ManagedThread t, int reason) {
    if (t == null) {
      return "a grant to a live thread";
    }
    boolean good =
        switch (reason) {
          case Reason.NATIVE -> t.state == State.NATIVE;
          case Reason.TIMEOUT ->
              !t.queued
                  && (t.state == State.PARKED
                      || t.state == State.WAITING
                      || t.state == State.SLEEPING
                      || t.state == State.JOINING);
          default -> t.queued ? t.wake == reason : t == Shutdown.CONTEXT;
        };
    return good
        ? null
        : t
            + " is "
            + State.name(t.state)
            + (t.queued ? ", runnable by " + Reason.name(t.wake) : ", not runnable");
  }

  private static int resumed(ManagedThread t, boolean interruptible) {
    int wake = t.wake;
    if (wake == Reason.TIMEOUT || wake == Reason.INTERRUPT || wake == Reason.ABANDONED) {
      WaitSet.drop(t);
    }
    t.state = State.RUNNING;
    t.deadline = 0;
    t.batched = 0;
    if (mode == Mode.RECORD && wake != Reason.ABANDONED) {
      Log.writer().grant(wake, t.id);
    }
    restoreInterrupt(t, interruptible && wake == Reason.INTERRUPT);
    return wake;
  }

  private static void restoreInterrupt(ManagedThread t, boolean consumed) {
    if (t.pendingInterrupt) {
      t.pendingInterrupt = false;
      if (!consumed) {
        t.depth++;
        t.thread.interrupt();
        t.depth--;
      }
    }
  }

  // ---- what the engine asks while a thread waits

  /** ns to wait; 0 = until woken; negative = ask {@link #expired}. */
  static long remaining(ManagedThread t) {
    if (mode == Mode.OFF) {
      return -1;
    }
    if (mode == Mode.REPLAY) {
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
      if (mode == Mode.OFF) {
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
          if (holder == null) {
            dispatch();
          }
        }
      }
    }
    LOCK.unlock();
    return done;
  }

  // ---- promotion, giving up

  /** The log has ended: from here on results are real. Called by whoever needs the next record. */
  public static void goLive() {
    if (mode != Mode.REPLAY) {
      return;
    }
    long since = System.nanoTime();
    ManagedThread self = enterAgent();
    long position = Log.reader().position();
    LogWriter writer = new LogWriter(new GuardedSink(listener.ended(position)), position);
    LOCK.lock();
    Log.record(writer);
    Clock.goLive();
    mode = Mode.RECORD;
    for (int i = 0; i < TABLE.size(); i++) {
      ENGINE.ready(TABLE.get(i));
    }
    LOCK.unlock();
    listener.live(position, since);
    leaveAgent(self);
  }

  /** Stops replication and lets the server run on unprotected. Any thread may call. */
  public static void abandon(String reason) {
    LOCK.lock();
    boolean first = mode != Mode.OFF;
    mode = Mode.OFF;
    holder = null;
    for (int i = 0; i < TABLE.size(); i++) {
      ENGINE.ready(TABLE.get(i));
    }
    LOCK.unlock();
    if (first) {
      listener.abandoned(reason);
    }
  }
}
