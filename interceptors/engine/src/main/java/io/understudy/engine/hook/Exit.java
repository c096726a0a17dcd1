package io.understudy.engine.hook;

import io.understudy.engine.log.Log;
import io.understudy.engine.log.LogWriter;
import io.understudy.engine.log.RecordKind;
import io.understudy.engine.turn.EngineListener;
import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Mode;
import io.understudy.engine.turn.Promotion;
import io.understudy.engine.turn.Turn;

/** The end of the program: System.exit by a managed thread, or the end of the last user thread. */
public final class Exit {
  private static volatile ManagedThread adopted;

  private Exit() {}

  /** Entry of java.lang.Shutdown.shutdown, on the JVM's DestroyJavaVM thread. */
  public static void shutdown() {
    if (Turn.mode() != Mode.OFF) {
      adopted = Turn.adoptShutdownThread();
    }
  }

  /** Entry of java.lang.Shutdown.exit. */
  public static void exiting() {
    if (Turn.current() != null) {
      Turn.exits();
    }
  }

  /** Return of java.lang.Shutdown.shutdown: all hooks have run. */
  public static void shutdownDone() {
    ManagedThread t = adopted;
    if (t != null && t.thread == Thread.currentThread()) {
      ended(0);
      Promotion.finish();
    }
  }

  /** Call site of java.lang.Shutdown.halt0. */
  public static void halt(int status) {
    ended(status);
    Promotion.finish();
    RealThread.get().halt(status);
  }

  private static void ended(int status) {
    EngineListener listener = Turn.listener();
    if (listener == null || Turn.mode() == Mode.OFF) {
      return;
    }
    ManagedThread t = Turn.current();
    if (t == null) {
      listener.exiting(status, false);
      return;
    }
    if (Turn.replaying() && Log.reader().next(RecordKind.EXIT)) {
      Log.reader().signed();
    } else if (Turn.recording()) {
      LogWriter w = Log.writer();
      w.begin(RecordKind.EXIT);
      w.signed(status);
      w.end();
      Log.publish(true);
    }
    t.depth++;
    listener.exiting(status, true);
    t.depth--;
  }
}
