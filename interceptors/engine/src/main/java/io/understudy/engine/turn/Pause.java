package io.understudy.engine.turn;

import io.understudy.engine.log.Log;

/**
 * The turn at rest, between two records, so that the log can end on purpose and yet whole. Any
 * thread; one at a time.
 */
public final class Pause {
  /** Guarded by the scheduler's lock. */
  static boolean on;

  private Pause() {}

  /**
   * Grants the turn to nobody any more, if nobody has it and nobody is due for it; whatever was
   * recorded is handed to the log's sink.
   *
   * @return false if somebody runs, or this server does not record: nothing was changed
   */
  public static boolean begin() {
    Scheduler.LOCK.lock();
    on =
        Turn.mode == Mode.RECORD
            && Turn.holder == null
            && Scheduler.QUEUE.size() == 0
            && Scheduler.EXTERNALS.isEmpty();
    boolean begun = on;
    Scheduler.LOCK.unlock();
    if (begun) {
      Log.publish(true); // nobody has the turn, so nobody else writes
    }
    return begun;
  }

  /** Whether a thread has come back from a native since: what it brings is not in the log yet. */
  public static boolean isDisturbed() {
    Scheduler.LOCK.lock();
    boolean disturbed = Scheduler.QUEUE.has(Reason.NATIVE);
    Scheduler.LOCK.unlock();
    return disturbed;
  }

  /** The server goes on as if nothing had been. */
  public static void end() {
    Scheduler.LOCK.lock();
    on = false;
    Scheduler.dispatchIfIdle();
    Scheduler.LOCK.unlock();
  }
}
