package io.understudy.agent.role;

import io.understudy.agent.StartRefused;
import io.understudy.agent.option.AgentOptions;
import io.understudy.agent.option.Commit;
import io.understudy.agent.status.Console;
import io.understudy.engine.boundary.Boundary;
import io.understudy.engine.log.Log;
import io.understudy.engine.log.LogSink;
import io.understudy.engine.log.LogWriter;
import io.understudy.engine.time.Clock;
import io.understudy.engine.turn.GuardedSink;
import io.understudy.engine.turn.Mode;
import io.understudy.engine.turn.Promotion;
import io.understudy.link.LinkSettings;
import io.understudy.link.commit.CommitGate;
import io.understudy.link.control.NetctlListener;
import io.understudy.link.journal.JournalSink;
import io.understudy.link.message.AgentProtection;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.AgentState;
import io.understudy.link.message.AgentWelcome;
import io.understudy.link.wire.CloseReason;
import io.understudy.link.wire.PrimaryLink;
import io.understudy.link.wire.PrimaryListener;
import java.io.IOException;
import java.time.Duration;

/**
 * Runs the server and sends its log to a backup. Speaks alone before the first backup has come and
 * after it is lost (each time in a new epoch); while there is one, output waits for its
 * acknowledgement.
 */
final class PrimaryRole extends ActiveRole implements LogSink, PrimaryListener, NetctlListener {
  private static final Duration FAREWELL_LIMIT = Duration.ofSeconds(10);

  private final long[] seeds;
  private final boolean commits;
  private final JournalSink journal;
  private final CommitGate gate;
  private final PrimaryLink link;
  private Reporter reporter;
  private volatile long epoch = 1;
  private volatile long epochDue;
  private volatile String detail = "no backup has come yet";

  PrimaryRole(
      AgentOptions options,
      LinkSettings settings,
      long[] seeds,
      JournalSink journal,
      CommitGate gate) {
    this.seeds = seeds;
    this.commits = options.commit() == Commit.BACKUP;
    this.journal = journal;
    this.gate = gate;
    this.link =
        new PrimaryLink(
            settings, journal, gate, Clock::logicalNanos, Clock::logicalMillis, this, Roles.EVENTS);
  }

  /** Opens the link and registers with netctl. */
  void open(AgentOptions options) throws IOException, StartRefused {
    link.start();
    if (options.netctl() != null) {
      reporter =
          Reporter.start(
              options.netctl(),
              options.name(),
              AgentRole.AGENT_ROLE_PRIMARY,
              epoch,
              this,
              this::state);
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
    Log.record(new LogWriter(new GuardedSink(this), 0));
    TurnWatchdog.start(reason -> Promotion.abandon("the turn does not move: " + reason));
  }

  @Override
  public void append(byte[] data, int from, int to, long position, boolean urgent) {
    long due = epochDue;
    if (due != 0) {
      epochDue = 0;
      journal.startEpoch(due);
    }
    link.append(data, from, to, position, urgent);
  }

  @Override
  public boolean hasRoom() {
    return link.hasRoom();
  }

  @Override
  public void backupLive(long position) {
    if (commits) {
      gate.commit();
    }
    detail = "";
    Console.line("protected: the backup follows from position " + position);
  }

  @Override
  public void backupLost(CloseReason reason, String text, boolean wasLive) {
    if (wasLive) {
      long next = epoch + 1;
      epoch = next;
      epochDue = next;
    }
    detail = "the backup is lost: " + text;
    if (commits && wasLive) {
      gate.alone();
    }
    if (reporter != null) {
      reporter.changed();
    }
    Console.line(
        "ALARM unprotected: the backup is lost ("
            + text
            + "). This server speaks alone in epoch "
            + epoch
            + "; start the backup again.");
  }

  @Override
  public void backupDiverged(String report) {
    Console.line("ALARM the backup diverged and leaves the pair:\n" + report);
  }

  private AgentState state() {
    boolean isProtected = link.isProtected();
    return AgentState.newBuilder()
        .setRole(AgentRole.AGENT_ROLE_PRIMARY)
        .setProtection(
            isProtected ? AgentProtection.AGENT_PROTECTED : AgentProtection.AGENT_UNPROTECTED)
        .setEpoch(epoch)
        .setAppendedPosition(journal.position())
        .setAcknowledgedPosition(link.receivedPosition())
        .setExecutedPosition(link.executedPosition())
        .setDetail(detail)
        .build();
  }

  @Override
  public LogSink ended(long position) {
    throw new IllegalStateException("a primary has no log to end");
  }

  @Override
  public void live(long position, long sinceNanos) {
    throw new IllegalStateException("a primary is live from its start");
  }

  @Override
  public void abandoned(String reason) {
    super.abandoned(reason);
    detail = "replication has stopped: " + reason;
    gate.alone();
    link.drop(detail);
  }

  @Override
  public void exiting(int status, boolean managed) {
    gate.awaitReleased(gate.submittedPosition(), FAREWELL_LIMIT.toNanos());
    link.farewell("the server has ended with status " + status, status, FAREWELL_LIMIT);
    link.close();
    if (reporter != null) {
      reporter.farewell("the server has ended with status " + status);
    }
    try {
      journal.close();
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
