package io.understudy.engine.turn;

/**
 * How a context waits for the turn and is woken: the one place that knows how a thread sleeps.
 * Platform threads today; continuations can take its place without the scheduler's knowledge.
 */
interface Engine {
  /**
   * Returns when {@code t} has been granted the turn, or when {@link Scheduler#expired} says that
   * it need not wait any more. Runs on {@code t} itself.
   */
  void switchOut(ManagedThread t);

  /** Lets {@code t}, which was granted the turn or must look anew, go on. Never blocks. */
  void ready(ManagedThread t);
}
