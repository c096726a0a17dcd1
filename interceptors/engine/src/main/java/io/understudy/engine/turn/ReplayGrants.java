package io.understudy.engine.turn;

import io.understudy.engine.diverge.Divergence;
import io.understudy.engine.log.Log;
import io.understudy.engine.log.LogReader;
import io.understudy.engine.log.RecordKind;

/** On a backup the log says who gets the turn. */
final class ReplayGrants {
  private ReplayGrants() {}

  /**
   * Grants the turn that {@code from} gives up as the log says; waits for the log.
   *
   * @return false when the log has ended: this JVM is live now and its own queue decides
   */
  static boolean next(ManagedThread from) {
    LogReader r = Log.reader();
    int kind = r.peek();
    while (kind == RecordKind.EXTERNAL) {
      Scheduler.LOCK.lock();
      Scheduler.EXTERNALS.replay(r, Scheduler.TABLE);
      Scheduler.LOCK.unlock();
      kind = r.peek();
    }
    if (kind < 0) {
      Promotion.goLive();
      return false;
    }
    if (kind != RecordKind.GRANT) {
      Divergence.report(
          from + " gives the turn up (" + State.name(from.state) + ")", RecordKind.name(kind));
    }
    r.take();
    int reason = r.byteValue();
    int id = (int) r.unsigned();
    grant(id, reason);
    return true;
  }

  private static void grant(int id, int reason) {
    Scheduler.LOCK.lock();
    ManagedThread t = id == Shutdown.ID ? Shutdown.CONTEXT : Scheduler.TABLE.find(id);
    String wrong = mismatch(t, reason);
    if (wrong == null) {
      if (t.queued) {
        Scheduler.QUEUE.remove(t);
      }
      if (t == Shutdown.CONTEXT) {
        Shutdown.granted();
      }
      t.wake = reason;
      Scheduler.grant(t);
    }
    Scheduler.LOCK.unlock();
    if (wrong != null) {
      Divergence.inRecord(wrong, "grant to #" + id + " by " + Reason.name(reason), t);
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
          default -> t.queued ? t.wake == reason && t.isRunnable() : t == Shutdown.CONTEXT;
        };
    if (good) {
      return null;
    }
    return t + " is " + State.name(t.state) + ", " + runnable(t);
  }

  private static String runnable(ManagedThread t) {
    if (!t.queued) {
      return "not runnable";
    }
    return t.isRunnable()
        ? "runnable by " + Reason.name(t.wake)
        : "before a monitor that " + t.monitor.owner + " holds";
  }
}
