package io.understudy.agent.role;

import io.understudy.agent.option.AgentOptions;
import io.understudy.agent.option.Commit;
import io.understudy.agent.status.Console;
import io.understudy.engine.log.RecordSites;
import io.understudy.engine.time.Clock;
import io.understudy.link.LinkSettings;
import io.understudy.link.commit.CommitGate;
import io.understudy.link.control.NetctlClient;
import io.understudy.link.message.AgentDivergence;
import io.understudy.link.message.AgentHandedOver;
import io.understudy.link.message.AgentProtection;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.AgentState;
import io.understudy.link.message.Diverged;
import io.understudy.link.wire.CloseReason;
import io.understudy.link.wire.PrimaryLink;
import io.understudy.link.wire.PrimaryListener;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The part of a node that speaks, from its start or from its promotion on: it feeds a backup, one
 * at a time, whenever one comes. It speaks alone, its outputs leaving at once, until that has
 * caught up, and again after it is lost (each time in a new epoch); in between, output waits for
 * the backup's acknowledgement.
 */
final class Speaker implements PrimaryListener {
  private static final Duration FAREWELL_LIMIT = Duration.ofSeconds(10);
  private static final long END_NANOS = 2_000_000_000L;

  private final boolean commits;
  private final boolean arbitrated;
  private final RecordSites sites;
  private final OwnLog log;
  private final CommitGate gate;
  private final PrimaryLink link;
  private final CatchUp catchUp = new CatchUp();
  private boolean open;
  private boolean over;
  private volatile Reporter reporter;
  private volatile long epoch;
  private volatile String detail = "no backup has come yet";
  private volatile AgentDivergence divergence;
  private volatile HandOver handOver;
  private volatile boolean handedOver;

  /** A loss of the backup that was taken for the end of a handing over. */
  private volatile Runnable missed;

  /**
   * Prepares it; {@link #open} lets a backup come.
   *
   * @param settings with this node's {@code listen} address
   * @param log open already
   * @param epoch in which this node speaks
   * @param arbitrated an arbiter grants the next epochs
   * @param sites where the program was at each record, or null
   */
  Speaker(
      AgentOptions options,
      LinkSettings settings,
      OwnLog log,
      CommitGate gate,
      long epoch,
      boolean arbitrated,
      RecordSites sites) {
    this.commits = options.commit() == Commit.BACKUP;
    this.arbitrated = arbitrated;
    this.sites = sites;
    this.log = log;
    this.gate = gate;
    this.epoch = epoch;
    this.link =
        new PrimaryLink(
            settings,
            log.journal(),
            gate,
            Clock::logicalNanos,
            Clock::logicalMillis,
            this,
            Roles.EVENTS);
  }

  /**
   * Listens for a backup, unless replication was given up.
   *
   * @throws IOException if the address cannot be bound
   */
  synchronized void open() throws IOException {
    if (!over) {
      link.start();
      open = true;
    }
  }

  /** Whom to tell; never called without netctl. */
  void reportsTo(Reporter to) {
    reporter = to;
  }

  @Override
  public void backupBehind(long executed, long end) {
    if (catchUp.note(executed, end, System.nanoTime())) {
      Console.line("unprotected, a new backup catches up: " + catchUp.text());
    }
  }

  @Override
  public void backupLive(long position) {
    if (commits) {
      gate.commit();
    }
    detail = "";
    catchUp.restart();
    changed();
    Console.line("protected: the backup follows from position " + position);
  }

  @Override
  public void backupLost(CloseReason reason, String text, boolean wasLive) {
    HandOver under = handOver;
    if (under != null && under.isLeaving()) {
      missed = () -> backupLost(reason, text, wasLive);
      return; // it has taken over, or will
    }
    catchUp.restart();
    if (wasLive && arbitrated) {
      waitForEpoch(text);
      return;
    }
    if (wasLive) {
      begin(epoch + 1);
    }
    detail = "the backup is lost: " + text;
    if (commits && wasLive) {
      gate.alone();
    }
    changed();
    Console.line(
        "ALARM unprotected: the backup is lost ("
            + text
            + "). This server speaks alone in epoch "
            + epoch
            + "; start the backup again.");
  }

  private void begin(long next) {
    epoch = next;
    log.startEpoch(next);
  }

  /** Alone in the old epoch this server might speak beside the promoted backup. */
  private void waitForEpoch(String text) {
    detail =
        "the backup is lost: " + text + "; output waits until netctl grants an epoch of its own";
    link.admit(false);
    Console.line("ALARM " + detail);
    long left = epoch;
    reporter.tell(client -> client.alone(left));
    reporter.changed();
  }

  /** netctl's answer to the loss of a backup. */
  void granted(long next) {
    if (next <= epoch) {
      return; // said again, to a reconnection
    }
    begin(next);
    gate.alone();
    link.admit(true);
    detail = "alone, unprotected";
    reporter.tell(NetctlClient::aloneOver);
    Console.line(
        "ALARM unprotected: this server speaks alone in epoch "
            + next
            + "; start the backup again.");
  }

  /**
   * The backup is to go on in this node's place.
   *
   * @param end ends this server, given what it has done
   */
  void handOver(Consumer<String> end) {
    Console.line("netctl orders this server to hand over");
    handOver = HandOver.start(link, gate, log.journal(), answer -> handedOver(answer, end));
  }

  private void handedOver(AgentHandedOver answer, Consumer<String> end) {
    handedOver = answer.getDone();
    reporter.tell(client -> client.handedOver(answer));
    if (!answer.getDone()) {
      Console.line("this server does not hand over and goes on: " + answer.getReason());
      Runnable loss = missed;
      if (loss != null) {
        missed = null;
        loss.run();
      }
      return;
    }
    LockSupport.parkNanos(END_NANOS); // netctl fences it before, unless it has died
    leave("it has handed over at position " + answer.getPosition(), end);
  }

  /** netctl has fenced this node; returns unless that was the end of a handing over. */
  void fenced(String reason, Consumer<String> end) {
    if (handedOver) {
      leave(reason, end);
    }
  }

  private void leave(String what, Consumer<String> end) {
    try {
      log.journal().close();
    } catch (IOException e) {
      Console.line("the journal is not complete: " + e);
    }
    end.accept(what);
  }

  @Override
  public void backupDiverged(Diverged report) {
    String here = PrimarySites.at(sites, report.getPosition());
    AgentDivergence told =
        DivergenceNotice.of(report)
            .setPrimarySite(PrimarySites.site(sites, report.getPosition()))
            .build();
    divergence = told;
    Console.line(
        "ALARM the backup diverged and leaves the pair, this server goes on without it:\n"
            + report.getReport()
            + "\n"
            + here);
  }

  /** For netctl. */
  AgentState state() {
    boolean isProtected = link.isProtected();
    AgentDivergence told = divergence;
    AgentState.Builder state = AgentState.newBuilder();
    if (told != null) {
      state.setDivergence(told);
    }
    return state
        .setRole(AgentRole.AGENT_ROLE_PRIMARY)
        .setProtection(
            isProtected ? AgentProtection.AGENT_PROTECTED : AgentProtection.AGENT_UNPROTECTED)
        .setEpoch(epoch)
        .setStuckMillis(TurnWatchdog.stillMillis())
        .setAppendedPosition(log.journal().position())
        .setAcknowledgedPosition(link.receivedPosition())
        .setExecutedPosition(link.executedPosition())
        .setDetail(link.isCatchingUp() ? "a new backup catches up: " + catchUp.text() : detail)
        .build();
  }

  /** Replication was given up: what follows is in no log, so no backup can have it. */
  synchronized void abandoned(String reason) {
    over = true;
    detail = "replication has stopped: " + reason;
    if (!arbitrated || !link.isProtected()) {
      gate.alone(); // else once netctl has granted an epoch: the drop is the backup's loss
    }
    if (open) {
      link.drop(detail);
    }
  }

  /** The server ends as planned: the backup has all of it, and knows. */
  void exiting(int status) {
    gate.awaitReleased(gate.submittedPosition(), FAREWELL_LIMIT.toNanos());
    link.farewell("the server has ended with status " + status, status, FAREWELL_LIMIT);
    link.close();
  }

  private void changed() {
    Reporter to = reporter;
    if (to != null) {
      to.changed();
    }
  }
}
