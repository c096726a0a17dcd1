package io.understudy.agent.role;

import io.understudy.agent.ExitCode;
import io.understudy.agent.status.Console;
import io.understudy.engine.boundary.Boundary;
import io.understudy.engine.log.Log;
import io.understudy.engine.log.LogReader;
import io.understudy.engine.log.LogSink;
import io.understudy.engine.log.LogSource;
import io.understudy.engine.turn.GuardedSource;
import io.understudy.engine.turn.Mode;
import io.understudy.link.journal.JournalSource;
import java.io.UncheckedIOException;

/** Runs the program again from a journal, without network, and reports how far it was the same. */
public final class ReplayRole extends ActiveRole {
  private final JournalSource source;
  private final long until;

  /**
   * A replay of a journal.
   *
   * @param until log position before which it stops and shows what each thread does there
   */
  public ReplayRole(JournalSource source, long until) {
    this.source = source;
    this.until = until;
  }

  @Override
  public long[] seeds() {
    return source.header().seeds().values();
  }

  @Override
  public int mode() {
    return Mode.REPLAY;
  }

  @Override
  public void install() {
    Boundary.offline(true);
    LogReader reader = new LogReader(new GuardedSource(this::take), GuardedSource.LISTENER);
    reader.stopAt(until);
    Log.replay(reader);
    // whoever stops at a breakpoint means the turn to stand still
    if (!Debugger.isLoaded()) {
      TurnWatchdog.start(reason -> stuck("replay", reason));
    }
  }

  @Override
  public void stopped(String report) {
    Console.line(report);
    report();
    Runtime.getRuntime().halt(ExitCode.OK.number());
  }

  /** Damage ends the replay: what stands behind it is not what happened next. */
  private LogSource.Chunk take() {
    try {
      return source.take();
    } catch (UncheckedIOException e) {
      Console.line(
          e.getCause().getMessage()
              + "\nThe replay stops at position "
              + Log.position()
              + ": "
              + Log.records()
              + " records were replayed, 0 divergences.");
      Runtime.getRuntime().halt(ExitCode.DAMAGED.number());
      throw e;
    }
  }

  /** The journal ends before the program does. */
  @Override
  public LogSink ended(long position) {
    Console.line(
        "the journal ends here, before the program: the recorded process was ended from outside,"
            + " or its recording had stopped (it said so)");
    report();
    Runtime.getRuntime().halt(ExitCode.OK.number());
    return null;
  }

  @Override
  public void live(long position, long sinceNanos, int connections) {
    throw new IllegalStateException("an offline replay never goes live");
  }

  @Override
  public void exiting(int status, boolean managed) {
    if (managed) {
      report();
    }
  }

  private void report() {
    if (until != Long.MAX_VALUE && Log.position() < until) {
      Console.line("until=" + until + " was not reached: the log ends at " + Log.position());
    }
    Console.line("replayed " + Log.records() + " records, 0 divergences");
  }
}
