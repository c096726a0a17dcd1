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

  public ReplayRole(JournalSource source) {
    this.source = source;
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
    Log.replay(new LogReader(new GuardedSource(this::take), GuardedSource.LISTENER));
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
  public void live(long position, long sinceNanos) {
    throw new IllegalStateException("an offline replay never goes live");
  }

  @Override
  public void exiting(int status, boolean managed) {
    if (managed) {
      report();
    }
  }

  private static void report() {
    Console.line("replayed " + Log.records() + " records, 0 divergences");
  }
}
