package io.understudy.engine.diverge;

import io.understudy.engine.log.Log;
import io.understudy.engine.log.LogReader;
import io.understudy.engine.log.RecordKind;
import io.understudy.engine.turn.EngineListener;
import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.ThreadStacks;
import io.understudy.engine.turn.Turn;

/** The running program differs from the log: says where and how, and ends this replica. */
public final class Divergence {
  private Divergence() {}

  /**
   * The next record, which was not taken, is not what the program needs. Reports and never returns:
   * a replica that differs must not take over as if it were whole.
   *
   * @param expected what the running program does next
   * @param got what the log holds instead
   */
  public static void report(String expected, String got) {
    report(Log.reader().position(), expected, got, null);
  }

  /** As {@link #report(String, String)}, of the record that was taken last. */
  public static void inRecord(String expected, String got) {
    report(Log.reader().lastPosition(), expected, got, null);
  }

  /**
   * As {@link #inRecord(String, String)}.
   *
   * @param other the thread that the record speaks of; null if there is none
   */
  public static void inRecord(String expected, String got, ManagedThread other) {
    report(Log.reader().lastPosition(), expected, got, other);
  }

  private static void report(long position, String expected, String got, ManagedThread other) {
    ManagedThread t = Turn.holder();
    if (t != null) {
      t.depth++;
    }
    LogReader r = Log.reader();
    String thread = t == null ? "none" : t.toString();
    StackTraceElement[] stack = new Throwable().getStackTrace();
    String site = Frames.site(stack);
    StringBuilder b = new StringBuilder(4096);
    b.append("DIVERGED at position ").append(position);
    b.append(", record ").append(r.records());
    b.append(", thread ").append(thread);
    b.append("\n expected by the program: ").append(expected);
    b.append("\n found in the log:        ").append(got);
    b.append("\n code of this node:       ").append(site.isEmpty() ? "none of the server's" : site);
    b.append("\n last records (position, kind):\n").append(r.lastEvents());
    b.append(" stack of ").append(thread).append(" (* the server's code):\n");
    b.append(Frames.all(stack));
    if (other != null && other != t && other.thread != null) {
      b.append(" stack of ").append(other).append(", of which the log speaks:\n");
      b.append(Frames.all(other.thread.getStackTrace()));
    }
    EngineListener listener = Turn.listener();
    listener.diverged(
        new DivergenceReport(position, r.records(), thread, expected, got, site, b.toString()));
    throw new AssertionError("the agent let a diverged replica go on");
  }

  /**
   * A replay has come to the position at which it was to stop. The log is that of this very
   * program, so the stack is the one that the recorded program had there.
   *
   * @param kind of the record there
   */
  public static void stop(long position, int kind) {
    ManagedThread t = Turn.holder();
    if (t != null) {
      t.depth++;
    }
    StackTraceElement[] stack = new Throwable().getStackTrace();
    String site = Frames.site(stack);
    StringBuilder b = new StringBuilder(4096);
    b.append("stopped at position ").append(position);
    b.append(", record ").append(Log.reader().records() + 1).append(", ");
    b.append(RecordKind.name(kind));
    b.append(", thread ").append(t == null ? "none" : t.toString());
    b.append("\n code:  ").append(site.isEmpty() ? "none of the server's" : site);
    b.append("\n stack (* the server's code):\n").append(Frames.all(stack));
    b.append(ThreadStacks.others(t));
    EngineListener listener = Turn.listener();
    listener.stopped(b.toString());
    throw new AssertionError("the agent let a stopped replay go on");
  }
}
