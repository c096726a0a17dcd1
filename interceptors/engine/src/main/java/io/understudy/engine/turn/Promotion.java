package io.understudy.engine.turn;

import io.understudy.engine.boundary.LostConnections;
import io.understudy.engine.boundary.PrimaryFiles;
import io.understudy.engine.log.Log;
import io.understudy.engine.log.LogWriter;
import io.understudy.engine.time.Clock;

/** The two ways in which a mode ends: going live, and giving replication up. */
public final class Promotion {
  private Promotion() {}

  /**
   * The log has ended: from here on results are real. Called by whoever needs the next record; no
   * Java state is touched, each thread that waits in a consumed native falls through to the real
   * one.
   */
  public static void goLive() {
    if (Turn.mode != Mode.REPLAY) {
      return;
    }
    long since = System.nanoTime();
    ManagedThread self = Turn.enterAgent();
    long position = Log.reader().position();
    LogWriter writer = new LogWriter(new GuardedSink(Turn.listener.ended(position)), position);
    int connections = LostConnections.reset();
    Scheduler.LOCK.lock();
    Log.record(writer);
    Clock.goLive();
    Turn.mode = Mode.RECORD;
    Wakeups.closeLeft();
    Shutdown.live();
    Scheduler.wakeAll();
    Scheduler.LOCK.unlock();
    Turn.listener.live(position, since, connections);
    String unopened = PrimaryFiles.reopen();
    if (unopened != null) {
      Turn.listener.filesLost(unopened);
    }
    Turn.leaveAgent(self);
  }

  /**
   * The program has ended. Halting the JVM posts a THREAD_END event on the calling thread, and
   * other threads may still come back from natives: none of that belongs to the log.
   */
  public static void finish() {
    Scheduler.LOCK.lock();
    Turn.mode = Mode.ENDED;
    Turn.holder = null;
    Scheduler.LOCK.unlock();
  }

  /**
   * Stops replication and lets the server run on unprotected. Any thread may call; if it has the
   * turn, the log is complete up to here.
   */
  public static void abandon(String reason) {
    if (Turn.mode == Mode.RECORD && Turn.isHolder(Thread.currentThread())) {
      Log.publish(true);
    }
    Scheduler.LOCK.lock();
    boolean first = Turn.mode == Mode.RECORD || Turn.mode == Mode.REPLAY;
    Turn.mode = Mode.OFF;
    Turn.holder = null;
    Scheduler.wakeAll();
    Scheduler.LOCK.unlock();
    if (first) {
      Turn.listener.abandoned(reason);
    }
  }
}
