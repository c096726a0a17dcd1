package io.understudy.engine.turn;

/**
 * The thread with which the JVM ends when the last user thread has ended. The JVM makes it, so it
 * has no managed parent and a fixed id. Guarded by the scheduler's lock.
 */
final class Shutdown {
  static final int ID = 1_000_000_000;
  static final ManagedThread CONTEXT = new ManagedThread(null, ID);

  /** A managed thread is in System.exit: the JVM halts before this one has its turn. */
  private static boolean exiting;

  /** On a backup: the thread is there, and the log has not granted it the turn. */
  private static boolean waiting;

  private Shutdown() {}

  /**
   * Lock held: the thread has come. It is left out once a managed thread is in System.exit: it
   * would find the lock of the JDK's taken. When it comes is the JVM's affair, and on a backup it
   * may not come at all, since the hooks that run are user threads, too.
   */
  static void arrived() {
    if (exiting) {
      return;
    }
    Scheduler.TABLE.addAlive(CONTEXT);
    if (Turn.mode == Mode.RECORD) {
      Scheduler.QUEUE.add(CONTEXT, Reason.START);
      Scheduler.dispatchIfIdle();
    } else {
      waiting = !CONTEXT.granted;
    }
  }

  /** Lock held: the log grants it the turn. */
  static void granted() {
    waiting = false;
  }

  /** Lock held: the turn holder has entered System.exit. */
  static void exits() {
    exiting = true;
    if (CONTEXT.queued && CONTEXT.wake == Reason.START) {
      Scheduler.QUEUE.remove(CONTEXT);
    }
  }

  /** Lock held: the log has ended. */
  static void live() {
    if (waiting && !exiting) {
      waiting = false;
      Scheduler.QUEUE.add(CONTEXT, Reason.START);
    }
  }
}
