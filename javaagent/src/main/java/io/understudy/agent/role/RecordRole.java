package io.understudy.agent.role;

import io.understudy.agent.status.Console;
import io.understudy.engine.boundary.Boundary;
import io.understudy.engine.log.Log;
import io.understudy.engine.log.LogSink;
import io.understudy.engine.log.LogWriter;
import io.understudy.engine.turn.GuardedSink;
import io.understudy.engine.turn.Mode;
import io.understudy.engine.turn.Promotion;
import io.understudy.link.commit.CommitGate;
import io.understudy.link.journal.JournalSink;
import java.io.IOException;

/** Writes a journal of any program, for a later replay. There is no other node. */
public final class RecordRole extends ActiveRole {
  private final long[] seeds;
  private final JournalSink sink;
  private final CommitGate gate;

  public RecordRole(long[] seeds, JournalSink sink, CommitGate gate) {
    this.seeds = seeds;
    this.sink = sink;
    this.gate = gate;
  }

  @Override
  public long[] seeds() {
    return seeds;
  }

  @Override
  public int mode() {
    return Mode.RECORD;
  }

  @Override
  public void install() {
    Boundary.gate(gate);
    GuardedSink.watch(gate);
    Log.record(new LogWriter(new GuardedSink(sink), 0));
    TurnWatchdog.start(reason -> Promotion.abandon("the turn does not move: " + reason));
  }

  @Override
  public LogSink ended(long position) {
    throw new IllegalStateException("a recording has no log to end");
  }

  @Override
  public void live(long position, long sinceNanos, int connections) {
    throw new IllegalStateException("a recording is live from its start");
  }

  @Override
  public void abandoned(String reason) {
    Console.line("ALARM the recording ends here: " + reason);
    finish();
  }

  @Override
  public void exiting(int status, boolean managed) {
    finish();
  }

  private void finish() {
    try {
      sink.close();
      Console.line("recorded " + Log.records() + " records, " + sink.position() + " bytes");
    } catch (IOException e) {
      Console.line("the journal is not complete: " + e + ". A replay will end early.");
    }
  }
}
