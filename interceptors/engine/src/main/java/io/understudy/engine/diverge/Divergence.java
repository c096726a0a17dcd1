package io.understudy.engine.diverge;

import io.understudy.engine.log.Log;
import io.understudy.engine.log.LogReader;
import io.understudy.engine.turn.EngineListener;
import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Turn;

/** The running program differs from the log: says where and how, and ends this replica. */
public final class Divergence {
  private static final int FRAMES = 24;

  private Divergence() {}

  /**
   * Reports and never returns: a replica that differs must not take over as if it were whole.
   *
   * @param expected what the running program does next
   * @param got what the log holds instead
   */
  public static void report(String expected, String got) {
    ManagedThread t = Turn.holder();
    if (t != null) {
      t.depth++;
    }
    LogReader r = Log.reader();
    StringBuilder b = new StringBuilder(2048);
    b.append("DIVERGED at position ").append(r.position());
    b.append(", record ").append(r.records());
    b.append(", thread ").append(t == null ? "none" : t.toString());
    b.append("\n expected by the program: ").append(expected);
    b.append("\n found in the log:        ").append(got);
    b.append("\n last records (position, kind):\n").append(r.lastEvents());
    b.append(" stack here:\n");
    StackTraceElement[] stack = new Throwable().getStackTrace();
    for (int i = 1; i < stack.length && i <= FRAMES; i++) {
      b.append("  ").append(stack[i]).append('\n');
    }
    EngineListener listener = Turn.listener();
    listener.diverged(b.toString());
    throw new AssertionError("the agent let a diverged replica go on");
  }
}
