package io.understudy.engine.boundary;

import io.understudy.engine.diverge.Divergence;
import io.understudy.engine.log.Log;
import io.understudy.engine.log.LogReader;
import io.understudy.engine.log.LogWriter;
import io.understudy.engine.log.RecordKind;
import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Turn;

/** The record of one call. All methods run on the turn holder. */
public final class Calls {
  private Calls() {}

  /**
   * On a backup takes the call's record from the log; its results are to be read next. Throws what
   * the native threw on the primary.
   *
   * @return false: the call must be made for real
   */
  public static boolean replayed(ManagedThread t, int id) throws Throwable {
    Boundary.hit(id);
    return Turn.replaying() && consume(t, id);
  }

  /** As {@link #replayed}; false also when the log has ended and this node is live now. */
  static boolean consume(ManagedThread t, int id) throws Throwable {
    LogReader r = Log.reader();
    int jdkClass = t.initialiser();
    if (jdkClass != 0 && !r.initialiser(jdkClass)) {
      return false;
    }
    int kind = r.peek();
    if (kind == RecordKind.THROW) {
      r.take();
      check(r, id);
      throw Exceptions.read(t, r);
    }
    if (kind >= 0 && kind != RecordKind.CALL) {
      Divergence.report("result of " + Boundary.name(id), RecordKind.name(kind));
    }
    if (!r.next(RecordKind.CALL)) {
      return false;
    }
    check(r, id);
    return true;
  }

  static void check(LogReader r, int id) {
    int logged = (int) r.unsigned();
    if (logged != id) {
      Divergence.inRecord("result of " + Boundary.name(id), "result of " + Boundary.name(logged));
    }
  }

  /** Before a real call: Java code that the native calls back meets no hooks. */
  public static void enter(ManagedThread t) {
    t.depth++;
  }

  /** After a real call. */
  public static void leave(ManagedThread t) {
    t.depth--;
  }

  /** Starts the record of a call that returned. Null: nothing is recorded. */
  public static LogWriter begin(int id) {
    if (!Turn.recording()) {
      return null;
    }
    LogWriter w = begin(Turn.holder(), RecordKind.CALL);
    w.unsigned(id);
    return w;
  }

  private static LogWriter begin(ManagedThread t, int kind) {
    LogWriter w = Log.writer();
    int jdkClass = t.initialiser();
    if (jdkClass == 0) {
      w.begin(kind);
    } else {
      w.begin(kind, jdkClass);
    }
    return w;
  }

  /** Records that the native threw. */
  public static void threw(ManagedThread t, int id, Throwable thrown) {
    if (Turn.recording()) {
      LogWriter w = begin(t, RecordKind.THROW);
      w.unsigned(id);
      Exceptions.write(t, w, thrown);
      w.end();
    }
  }

  /** Next number of the record that {@link #replayed} took. */
  public static long result() {
    return Log.reader().signed();
  }
}
