package io.understudy.engine.turn;

/**
 * Context of one managed thread: the application's main thread, or a thread that a managed thread
 * started. Fields are guarded by holding the turn, or by the lock of {@link Turn} where said.
 */
public final class ManagedThread {
  /** Ids are given in turn order by the parent, so they are equal on primary and backup. */
  public final int id;

  public final Thread thread;

  /** Above 0 while the thread runs code of the agent: hooks then let everything through. */
  public int depth;

  ManagedThread(Thread thread, int id) {
    this.thread = thread;
    this.id = id;
  }
}
