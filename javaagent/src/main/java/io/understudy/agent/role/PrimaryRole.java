package io.understudy.agent.role;

import io.understudy.agent.StartRefused;
import io.understudy.agent.option.AgentOptions;
import io.understudy.agent.status.Console;
import io.understudy.engine.boundary.Boundary;
import io.understudy.engine.log.Log;
import io.understudy.engine.log.LogSink;
import io.understudy.engine.log.LogWriter;
import io.understudy.engine.log.RecordSites;
import io.understudy.engine.turn.GuardedSink;
import io.understudy.engine.turn.Mode;
import io.understudy.engine.turn.Promotion;
import io.understudy.link.LinkSettings;
import io.understudy.link.commit.CommitGate;
import io.understudy.link.control.NetctlListener;
import io.understudy.link.journal.JournalSink;
import io.understudy.link.message.AgentMandate;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.AgentWelcome;
import java.io.IOException;

/** Runs the server and sends its log to a backup. */
final class PrimaryRole extends ActiveRole implements NetctlListener {
  private final long[] seeds;
  private final long epoch;
  private final RecordSites sites;
  private final OwnLog log = new OwnLog();
  private final CommitGate gate;
  private final Speaker speaker;
  private Reporter reporter;

  PrimaryRole(
      AgentOptions options,
      LinkSettings settings,
      long[] seeds,
      JournalSink journal,
      CommitGate gate,
      AgentMandate mandate) {
    this.seeds = seeds;
    this.epoch = mandate.getEpoch();
    this.sites = options.sites() ? new RecordSites() : null;
    this.gate = gate;
    log.open(journal);
    this.speaker = new Speaker(options, settings, log, gate, epoch, mandate.getArbitrated(), sites);
  }

  /** Opens the link and registers with netctl. */
  void open(AgentOptions options) throws IOException, StartRefused {
    speaker.open();
    if (options.netctl() != null) {
      reporter =
          Reporter.start(
              options.netctl(),
              options.name(),
              AgentRole.AGENT_ROLE_PRIMARY,
              epoch,
              this,
              speaker::state);
      speaker.reportsTo(reporter);
    }
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
    Log.record(new LogWriter(new GuardedSink(log), 0, sites));
    if (sites != null) {
      Console.line(
          "WARNING sites=true: every record costs the time of a stack, for diagnosis only");
    }
    TurnWatchdog.start(reason -> Promotion.abandon("the turn does not move: " + reason));
  }

  @Override
  public void granted(long epoch) {
    speaker.granted(epoch);
  }

  @Override
  public void handOver() {
    speaker.handOver(this::endHandedOver);
  }

  @Override
  public void fenced(String reason) {
    speaker.fenced(reason, this::endHandedOver);
    end(reason);
  }

  @Override
  public LogSink ended(long position) {
    throw new IllegalStateException("a primary has no log to end");
  }

  @Override
  public void live(long position, long sinceNanos, int connections) {
    throw new IllegalStateException("a primary is live from its start");
  }

  @Override
  public void abandoned(String reason) {
    super.abandoned(reason);
    speaker.abandoned(reason);
  }

  @Override
  public void exiting(int status, boolean managed) {
    speaker.exiting(status);
    if (reporter != null) {
      reporter.farewell("the server has ended with status " + status);
    }
    try {
      log.journal().close();
    } catch (IOException e) {
      Console.line("the journal is not complete: " + e);
    }
  }

  @Override
  public void welcomed(AgentWelcome welcome) {
    Console.line(
        "netctl of node "
            + welcome.getNode()
            + (welcome.getAccepted() ? " knows this primary" : " refuses: " + welcome.getReason()));
  }

  @Override
  public void promote(long newEpoch, long toldNanos) {
    Console.line("netctl asks for a promotion, but this server is the primary");
  }

  @Override
  public void held(String reason) {
    Console.line("netctl holds this server back from a promotion, but it is the primary");
  }

  @Override
  public void silenced(String reason) {
    Console.line("ALARM netctl has silenced this node: " + reason);
  }

  @Override
  public void disconnected(String reason) {
    Console.line("netctl is away (" + reason + "); the gate stays as it is");
  }
}
