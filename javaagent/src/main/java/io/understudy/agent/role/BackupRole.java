package io.understudy.agent.role;

import io.understudy.agent.ExitCode;
import io.understudy.agent.StartRefused;
import io.understudy.agent.option.AgentOptions;
import io.understudy.agent.status.Console;
import io.understudy.engine.boundary.Boundary;
import io.understudy.engine.log.Log;
import io.understudy.engine.log.LogReader;
import io.understudy.engine.log.LogSink;
import io.understudy.engine.time.Clock;
import io.understudy.engine.turn.GuardedSource;
import io.understudy.engine.turn.Mode;
import io.understudy.link.LinkSettings;
import io.understudy.link.commit.CommitGate;
import io.understudy.link.control.NetctlListener;
import io.understudy.link.journal.JournalHeader;
import io.understudy.link.journal.JournalSink;
import io.understudy.link.message.AgentProtection;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.AgentState;
import io.understudy.link.message.AgentWelcome;
import io.understudy.link.message.PeerLostReason;
import io.understudy.link.wire.BackupLink;
import io.understudy.link.wire.BackupListener;
import io.understudy.link.wire.CloseReason;
import io.understudy.link.wire.LinkRefusedException;
import java.io.IOException;
import java.time.Duration;

/**
 * Runs the same server on the primary's log, silently, and goes live when netctl says so (or,
 * without netctl, when the link to the primary ends).
 */
final class BackupRole extends ActiveRole implements BackupListener, NetctlListener {
  private static final long NANOS_PER_MICRO = 1_000;

  private static final String OUTDATED =
      "This backup is not promoted: the primary lives and went on without it. It tries to join"
          + " again; if it does not, see what slows this node, and start the backup again.";

  private final BackupLink link;
  private final CommitGate gate;
  private final ExecutedLag lag = new ExecutedLag();
  private final LiveNotice notice = new LiveNotice();
  private JournalHeader header;
  private Reporter reporter;
  private JournalSink sink;
  private volatile long primaryPosition;
  private volatile long epoch;
  private volatile long toldNanos;
  private volatile boolean live;
  private volatile boolean promoting;
  private volatile boolean diverged;
  private volatile boolean lost;
  private volatile boolean dropped;
  private volatile String detail = "";

  BackupRole(LinkSettings settings, CommitGate gate) {
    this.gate = gate;
    this.link = new BackupLink(settings, gate, Log::position, this, Roles.EVENTS);
  }

  /** Follows the primary; returns when its header is here. */
  void open(AgentOptions options) throws IOException, StartRefused {
    link.start();
    try {
      header = link.awaitHeader(Duration.ofSeconds(options.waitSeconds()));
    } catch (LinkRefusedException e) {
      throw new StartRefused(ExitCode.DIFFERENT, e.getMessage(), e);
    } catch (InterruptedException e) {
      throw new StartRefused(ExitCode.UNAVAILABLE, "interrupted while waiting for the primary", e);
    }
    if (options.netctl() != null) {
      reporter =
          Reporter.start(
              options.netctl(),
              options.name(),
              AgentRole.AGENT_ROLE_BACKUP,
              epoch,
              this,
              this::state);
    }
  }

  @Override
  public long[] seeds() {
    return header.seeds().values();
  }

  @Override
  public int mode() {
    return Mode.REPLAY;
  }

  @Override
  public void install() {
    PromotionRehearsal.play();
    Boundary.gate(gate);
    Log.replay(new LogReader(new GuardedSource(link), GuardedSource.LISTENER));
    TurnWatchdog.start(this::stuck);
  }

  private void stuck(String reason) {
    if (!live) {
      diverged("the backup's turn does not move: " + reason);
    }
  }

  @Override
  public void clocks(long position, long nanos, long millis, long arrivalNanos) {
    primaryPosition = position;
    Clock.heard(nanos, millis, arrivalNanos);
    lag.heard(position, arrivalNanos);
  }

  @Override
  public void peerJoined(long primaryEpoch, long position) {
    epoch = primaryEpoch;
    dropped = false;
    detail = "";
    if (lost) {
      lost = false;
      Console.line("follows the primary again, from position " + position);
      if (reporter != null) {
        reporter.follows(primaryEpoch, position);
      }
    }
  }

  @Override
  public void peerLost(CloseReason reason, String text, long lastPosition) {
    if (promoting) {
      return;
    }
    lost = true;
    dropped = reason == CloseReason.DROPPED;
    detail = "the primary is lost: " + text;
    Console.line("ALARM the primary is lost: " + text + " (" + reason + ")");
    if (dropped) {
      Console.line(OUTDATED);
    }
    if (reporter != null) {
      reporter.peerLost(reason(reason), lastPosition, text);
    } else if (reason == CloseReason.FAREWELL) {
      promoteAlone();
    }
  }

  private static PeerLostReason reason(CloseReason reason) {
    return switch (reason) {
      case FAREWELL -> PeerLostReason.PEER_LOST_FAREWELL;
      case DROPPED -> PeerLostReason.PEER_LOST_DROPPED;
      default -> PeerLostReason.PEER_LOST_LINK_END;
    };
  }

  @Override
  public void peerGone(String text) {
    if (reporter == null && !dropped) {
      promoteAlone();
    }
  }

  /** Without netctl nobody but the link tells whether the primary lives. */
  private void promoteAlone() {
    long told = System.nanoTime();
    Thread t = new Thread(null, () -> promote(epoch + 1, told), "understudy-promote", 0, false);
    t.setDaemon(true);
    t.start();
  }

  @Override
  public void held(String reason) {
    Console.line("ALARM netctl holds this node back: " + reason);
    dropped = true;
    detail = "the primary went on without this backup";
    reporter.peerLost(PeerLostReason.PEER_LOST_DROPPED, link.lastReceivedPosition(), detail);
  }

  @Override
  public void peerSilent() {
    Console.line("ALARM nothing comes from the primary, though the link stands");
    if (reporter != null) {
      reporter.peerLost(
          PeerLostReason.PEER_LOST_SILENT, link.lastReceivedPosition(), "nothing comes");
    }
  }

  @Override
  public void refused(String text) {
    Console.line("ALARM the primary refuses this backup: " + text);
  }

  @Override
  public void farewell(String reason, int exitStatus) {
    Console.line("the primary takes leave: " + reason);
  }

  @Override
  public synchronized void promote(long newEpoch, long told) {
    if (promoting || diverged) {
      return;
    }
    promoting = true;
    toldNanos = told;
    epoch = newEpoch;
    JournalSink own = link.promote(newEpoch);
    if (own == null) {
      promoting = false;
      Console.line(OUTDATED);
      if (reporter != null) {
        reporter.farewell("the primary went on without this backup");
      }
      return;
    }
    sink = own;
  }

  @Override
  public LogSink ended(long position) {
    gate.promote();
    // the log's end is seen while promote still waits for the journal of the new epoch
    synchronized (this) {
      return sink;
    }
  }

  @Override
  public void live(long position, long sinceNanos) {
    live = true;
    detail = "promoted; alone";
    notice.set(epoch, position, toldNanos, sinceNanos, System.nanoTime());
    if (reporter != null) {
      reporter.tell(notice);
    } else {
      notice.print();
    }
  }

  @Override
  public void diverged(String report) {
    diverged = true;
    detail = "diverged";
    if (!promoting) {
      link.diverged(report);
    }
    if (reporter != null) {
      reporter.farewell("diverged");
    }
    super.diverged(report);
  }

  private AgentState state() {
    long executed = Log.position();
    AgentProtection protection =
        diverged
            ? AgentProtection.AGENT_DIVERGED
            : live ? AgentProtection.AGENT_UNPROTECTED : AgentProtection.AGENT_PROTECTED;
    return AgentState.newBuilder()
        .setRole(live ? AgentRole.AGENT_ROLE_PRIMARY : AgentRole.AGENT_ROLE_BACKUP)
        .setProtection(protection)
        .setEpoch(epoch)
        .setAppendedPosition(Math.max(primaryPosition, executed))
        .setAcknowledgedPosition(Math.max(link.lastReceivedPosition(), executed))
        .setExecutedPosition(executed)
        .setExecutedLagMicros(lag.nanos(executed, System.nanoTime()) / NANOS_PER_MICRO)
        .setDetail(detail)
        .build();
  }

  @Override
  public void exiting(int status, boolean managed) {
    if (reporter != null) {
      reporter.farewell("the server has ended with status " + status);
    }
    if (managed && !live) {
      Console.line("replayed " + Log.records() + " records, 0 divergences");
    }
    try {
      if (sink == null) {
        link.close();
      } else {
        sink.close();
      }
    } catch (IOException e) {
      Console.line("the journal is not complete: " + e);
    }
  }

  @Override
  public void welcomed(AgentWelcome welcome) {
    Console.line(
        "netctl of node "
            + welcome.getNode()
            + (welcome.getAccepted() ? " knows this backup" : " refuses: " + welcome.getReason()));
  }

  @Override
  public void silenced(String reason) {
    Console.line("netctl keeps this node silent: " + reason);
  }

  @Override
  public void disconnected(String reason) {
    Console.line("netctl is away (" + reason + ")");
  }
}
