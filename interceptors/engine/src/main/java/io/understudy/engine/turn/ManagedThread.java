package io.understudy.engine.turn;

import io.understudy.engine.monitor.ContendedMonitor;
import java.util.Arrays;

/**
 * Context of one managed thread: the application's main thread, or a thread that a managed thread
 * started. Unless said otherwise fields belong to the turn holder, or to whoever has the lock of
 * the scheduler while nobody holds the turn.
 */
public final class ManagedThread {
  /** Ids are given in turn order by the parent, so they are equal on primary and backup. */
  public final int id;

  /** Null only for the shutdown thread before the JVM has made it. */
  public volatile Thread thread;

  /** Above 0 while the thread runs code of the agent: hooks then let everything through. */
  public int depth;

  /** Above 0 inside a static initialiser, where the turn is kept over blocking natives. */
  public int classInit;

  /**
   * For each static initialiser that the thread is inside of: the JDK class, see {@link #enter}.
   */
  private int[] initialised = new int[8];

  /** Times the clock was read inside static initialisers of the JDK. */
  public long initialiserReads;

  /** A {@link State}. */
  public volatile int state = State.NEW;

  /** A {@link Reason}: why the thread is in the run queue or was granted the turn. */
  public int wake;

  /** In the run queue. */
  boolean queued;

  /** Set by the giver, cleared by the thread itself. */
  volatile boolean granted;

  /** Logical System.nanoTime at which the primary ends the wait; 0 = never. */
  volatile long deadline;

  /** For how long, in ns, the thread stood in its native before this node was promoted. */
  public long stoodNanos;

  /** The wait has an end in time, also after {@link #deadline} has passed. */
  public boolean timed;

  /** Permit of LockSupport. */
  public boolean permit;

  /** Interrupt status while the thread does not run. */
  public volatile boolean pendingInterrupt;

  /** Object waited for or thread joined. */
  public Object on;

  /** Monitor before which the thread stands. */
  public ContendedMonitor monitor;

  /** Receives made since the last grant without giving the turn up. */
  int batched;

  ManagedThread(Thread thread, int id) {
    this.thread = thread;
    this.id = id;
  }

  /** In the run queue it may be granted the turn: not before a monitor that another one holds. */
  boolean isRunnable() {
    return monitor == null || monitor.owner == null;
  }

  /**
   * Enters a static initialiser.
   *
   * @param jdkClass hash of the class's name if it is one of the JDK, else 0
   */
  public void enter(int jdkClass) {
    if (classInit == initialised.length) {
      initialised = Arrays.copyOf(initialised, classInit * 2);
    }
    initialised[classInit++] = jdkClass;
  }

  /** Leaves the innermost static initialiser. */
  public void exit() {
    if (classInit > 0) {
      classInit--;
    }
  }

  /**
   * The JDK class whose static initialiser the thread runs: the hash of its name; 0 outside of one.
   */
  public int initialiser() {
    return classInit == 0 ? 0 : initialised[classInit - 1];
  }

  @Override
  public String toString() {
    Thread t = thread;
    return "#" + id + " \"" + (t == null ? "DestroyJavaVM" : t.getName()) + "\"";
  }
}
