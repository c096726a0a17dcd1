package io.understudy.engine.turn;

import io.understudy.engine.diverge.Frames;

/** Stacks of the managed threads that do not have the turn, for a report. */
public final class ThreadStacks {
  private ThreadStacks() {}

  /** A paragraph for each managed thread but {@code self}. The hooks of the caller are off. */
  public static String others(ManagedThread self) {
    Scheduler.LOCK.lock();
    ManagedThread[] all = new ManagedThread[Scheduler.TABLE.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = Scheduler.TABLE.get(i);
    }
    Scheduler.LOCK.unlock();
    StringBuilder b = new StringBuilder();
    for (ManagedThread t : all) {
      if (t != self && t.thread != null) {
        b.append(" stack of ").append(t).append(", ").append(State.name(t.state)).append(":\n");
        b.append(Frames.all(t.thread.getStackTrace()));
      }
    }
    return b.toString();
  }
}
