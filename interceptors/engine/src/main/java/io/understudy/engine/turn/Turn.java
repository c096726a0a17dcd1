package io.understudy.engine.turn;

import io.understudy.engine.hook.Seeds;
import io.understudy.engine.log.Log;
import io.understudy.engine.log.RecordKind;
import io.understudy.engine.monitor.Monitors;
import io.understudy.engine.monitor.WaitSet;

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

  static volatile ManagedThread holder;
  static volatile int mode;
  static volatile EngineListener listener;

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

  /** Whether this thread, the calling one, has the turn. */
  public static boolean isHolder(Thread self) {
    ManagedThread t = holder;
    return t != null && t.thread == self;
  }

  /** Who has the turn; null when idle. Any thread may look. */
  public static ManagedThread holder() {
    return holder;
  }

  /** Number of grants so far. Any thread may look. */
  public static long grants() {
    return Scheduler.grants;
  }

  /** Number of managed threads so far. Any thread may look; it may be a moment old. */
  public static int threadsBegun() {
    return Scheduler.TABLE.begun();
  }

  public static EngineListener listener() {
    return listener;
  }

  // ---- threads

  /** Makes {@code main}, the calling thread, the first managed thread, and gives it the turn. */
  public static void begin(Thread main, int startMode, EngineListener to) {
    listener = to;
    Scheduler.LOCK.lock();
    ManagedThread t = Scheduler.TABLE.add(main);
    Scheduler.LOCK.unlock();
    Seeds.seedThread(t);
    t.state = State.RUNNING;
    mode = startMode;
    holder = t;
  }

  /** Registers a thread that the turn holder starts. */
  public static void register(Thread thread) {
    Scheduler.LOCK.lock();
    ManagedThread t = Scheduler.TABLE.add(thread);
    Scheduler.QUEUE.add(t, Reason.START);
    Scheduler.LOCK.unlock();
    Seeds.seedThread(t);
  }

  /** A new thread waits here for its first turn. */
  public static void firstTurn(ManagedThread t) {
    t.depth++;
    Scheduler.ENGINE.switchOut(t);
    Scheduler.resumed(t, false);
    t.depth--;
  }

  /** The JVM's own DestroyJavaVM thread, which runs the shutdown hooks, becomes managed. */
  public static ManagedThread adoptShutdownThread() {
    ManagedThread t = Shutdown.CONTEXT;
    t.thread = Thread.currentThread();
    Seeds.seedThread(t);
    Scheduler.LOCK.lock();
    Shutdown.arrived();
    Scheduler.LOCK.unlock();
    firstTurn(t);
    return t;
  }

  /** The turn holder is in System.exit, which the JVM's own end does not interrupt any more. */
  public static void exits() {
    Scheduler.LOCK.lock();
    Shutdown.exits();
    Scheduler.LOCK.unlock();
  }

  /** Context of a live managed thread, or null. */
  public static ManagedThread find(Thread thread) {
    Scheduler.LOCK.lock();
    ManagedThread t = Scheduler.TABLE.find(thread);
    Scheduler.LOCK.unlock();
    return t;
  }

  /** The managed threads that live, in the order of their ids. */
  public static Thread[] threads() {
    Scheduler.LOCK.lock();
    Thread[] threads = Scheduler.TABLE.threads();
    Scheduler.LOCK.unlock();
    return threads;
  }

  /** Id of a live managed thread; 0 for any other. */
  public static int id(Thread thread) {
    ManagedThread t = find(thread);
    return t == null ? 0 : t.id;
  }

  /** The live managed thread with this id, or null. */
  public static Thread thread(int id) {
    Scheduler.LOCK.lock();
    ManagedThread t = Scheduler.TABLE.find(id);
    Scheduler.LOCK.unlock();
    return t == null ? null : t.thread;
  }

  /** Whether {@code thread} was managed and gave its last turn up. */
  public static boolean hasEnded(Thread thread) {
    Scheduler.LOCK.lock();
    boolean ended = Scheduler.TABLE.hasEnded(thread);
    Scheduler.LOCK.unlock();
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
    t.timed = deadline != 0;
    t.state = state;
    Scheduler.handOver(t);
    Scheduler.ENGINE.switchOut(t);
    int wake = Scheduler.resumed(t, interruptible);
    t.depth--;
    return wake;
  }

  /** Gives the turn up, but stays runnable behind all others. */
  public static void yieldTurn(ManagedThread t) {
    Scheduler.LOCK.lock();
    Scheduler.QUEUE.add(t, Reason.YIELD);
    Scheduler.LOCK.unlock();
    block(t, State.YIELDING, 0, false);
  }

  /** Gives the turn up until {@code t.monitor} is free. */
  public static void blockOnMonitor(ManagedThread t) {
    Scheduler.LOCK.lock();
    Scheduler.QUEUE.add(t, Reason.MONITOR);
    Scheduler.LOCK.unlock();
    block(t, State.MONITOR, 0, false);
  }

  /** Gives the turn up for good. */
  public static void end(ManagedThread t) {
    Monitors.ended(t);
    Scheduler.LOCK.lock();
    t.state = State.ENDED;
    WaitSet.wakeJoiners(t);
    Scheduler.TABLE.remove(t);
    Scheduler.LOCK.unlock();
    Scheduler.handOver(t);
  }

  /** Primary: gives the turn up before a blocking native. */
  public static void release(ManagedThread t) {
    t.depth++;
    t.state = State.NATIVE;
    Scheduler.handOver(t);
    t.depth--;
  }

  /** Primary: queues behind a blocking native; the caller's next record is joined to the grant. */
  public static void acquire(ManagedThread t) {
    if (Scheduler.take(t)) {
      Scheduler.ENGINE.switchOut(t);
    }
    Scheduler.resumed(t, false);
  }

  /** Backup: waits until the log says what the blocking native that {@code t} calls returned. */
  public static int awaitInput(ManagedThread t) {
    t.depth++;
    try {
      int kind = Log.reader().peek();
      if (kind < 0) {
        Promotion.goLive();
        return LIVE_HOLDING;
      }
      if (kind != RecordKind.GRANT && kind != RecordKind.EXTERNAL) {
        return FROM_LOG;
      }
      t.state = State.NATIVE;
      Scheduler.handOver(t);
      Scheduler.ENGINE.switchOut(t);
      if (t.wake == Reason.LIVE || t.wake == Reason.ABANDONED) {
        Scheduler.restoreInterrupt(t, false);
        return LIVE_RELEASED;
      }
      Scheduler.resumed(t, false);
      return mode == Mode.REPLAY ? FROM_LOG : LIVE_HOLDING;
    } finally {
      t.depth--;
    }
  }

  /** Whether {@code t} may receive once more before it hands over. Counts. */
  public static boolean mayBatch(ManagedThread t) {
    return Scheduler.QUEUE.size() == 0 || t.batched++ < BATCH_LIMIT;
  }
}
