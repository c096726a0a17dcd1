package io.understudy.agent.role;

import io.understudy.agent.ExitCode;
import io.understudy.agent.StartRefused;
import io.understudy.agent.option.AgentOptions;
import io.understudy.agent.status.Console;
import io.understudy.engine.boundary.Boundary;
import io.understudy.engine.boundary.Consumption;
import io.understudy.engine.diverge.DivergenceReport;
import io.understudy.engine.log.Log;
import io.understudy.engine.log.LogReader;
import io.understudy.engine.log.LogSink;
import io.understudy.engine.log.LogSource;
import io.understudy.engine.turn.GuardedSink;
import io.understudy.engine.turn.GuardedSource;
import io.understudy.engine.turn.Mode;
import io.understudy.engine.turn.Promotion;
import io.understudy.engine.turn.Turn;
import io.understudy.link.LinkSettings;
import io.understudy.link.commit.CommitGate;
import io.understudy.link.control.NetctlListener;
import io.understudy.link.journal.JournalHeader;
import io.understudy.link.journal.JournalSink;
import io.understudy.link.message.AgentHandedOver;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.AgentState;
import io.understudy.link.message.AgentWelcome;
import io.understudy.link.message.Diverged;
import io.understudy.link.message.PeerLostReason;
import io.understudy.link.wire.BackupLink;
import io.understudy.link.wire.BackupListener;
import io.understudy.link.wire.CloseReason;
import io.understudy.link.wire.LinkRefusedException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Runs the same server on the primary's log, silently, and goes live when netctl says so (or,
 * without netctl, when the link to the primary ends). From then on it is a {@link Speaker}, which
 * feeds the next backup.
 */
final class BackupRole extends ActiveRole implements BackupListener, NetctlListener {
  private static final long NANOS_PER_MICRO = 1_000;
  private static final long CALLS_FIRST_NANOS = 50_000_000;

  private static final String OUTDATED =
      "This backup is not promoted: the primary lives and went on without it. It tries to join"
          + " again; if it does not, see what slows this node, and start the backup again.";

  private static final String BEHIND =
      "This backup is not promoted: it had not caught up, so it lacks what clients were told. Start a"
          + " new primary.";

  private static final String NO_LISTEN =
      "promoted, unprotected; without listen= no new backup can join: give it at the next start";

  private final BackupLink link;
  private final AgentOptions options;
  private final LinkSettings settings;
  private final OwnLog log = new OwnLog();
  private final Consumer<JournalSink> heir = log::open; // not when it is needed, see BackupLink
  private final Runnable speaking = this::speak;
  private final FollowedLog followed = new FollowedLog();
  private final CommitGate gate;
  private final LiveNotice notice = new LiveNotice();
  private JournalHeader header;
  private Reporter reporter;
  private volatile Speaker speaker;
  private volatile boolean arbitrated;
  private volatile long toldNanos;
  private volatile long takenNanos;
  private volatile boolean promoting;
  private volatile boolean lost;
  private volatile boolean dropped;
  private volatile Consumed consumed;

  BackupRole(AgentOptions options, LinkSettings settings, CommitGate gate) {
    this.options = options;
    this.settings = settings;
    this.gate = gate;
    this.link = new BackupLink(settings, gate, Log::position, this, Roles.EVENTS);
  }

  /** Follows the primary; returns when its header is here. */
  void open() throws IOException, StartRefused {
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
              followed.epoch,
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
    DivergenceRehearsal.play();
    Boundary.gate(gate);
    GuardedSink.watch(gate);
    Log.replay(new LogReader(new GuardedSource(this::take), GuardedSource.LISTENER));
    TurnWatchdog.start(this::stuck);
  }

  private LogSource.Chunk take() {
    LogSource.Chunk chunk = link.take();
    takenNanos = System.nanoTime();
    return chunk;
  }

  private void stuck(String reason) {
    if (followed.live) {
      Promotion.abandon("the turn does not move: " + reason);
    } else {
      stuck("backup", reason);
    }
  }

  @Override
  public void backlog(long end) {
    String progress = followed.backlog(end);
    if (!progress.isEmpty()) {
      Console.line("catches up with the primary: " + progress);
    }
  }

  @Override
  public void caughtUp(long position) {
    followed.caughtUp();
    tellState();
  }

  @Override
  public void clocks(long position, long nanos, long millis, long arrivalNanos) {
    followed.clocks(position, nanos, millis, arrivalNanos);
  }

  @Override
  public void peerJoined(long primaryEpoch, long position) {
    followed.joined(primaryEpoch);
    dropped = false;
    if (lost) {
      lost = false;
      Console.line("follows the primary again, from position " + position);
      if (reporter != null) {
        reporter.follows(primaryEpoch, position);
        tellState();
      }
    }
  }

  /** In order with what is said of the primary: netctl asks the state whether it may promote. */
  private void tellState() {
    if (reporter != null) {
      reporter.tell(client -> client.state(state()));
    }
  }

  @Override
  public void peerLost(CloseReason reason, String text, long lastPosition) {
    if (promoting) {
      return;
    }
    lost = true;
    dropped = reason == CloseReason.DROPPED;
    followed.detail = "the primary is lost: " + text;
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
    if (followed.behind) {
      Console.line(BEHIND);
      return;
    }
    long told = System.nanoTime();
    Thread t =
        new Thread(null, () -> promote(followed.epoch + 1, told), "understudy-promote", 0, false);
    t.setDaemon(true);
    t.start();
  }

  @Override
  public void held(String reason) {
    Console.line("ALARM netctl holds this node back: " + reason);
    dropped = true;
    followed.detail = "the primary went on without this backup";
    reporter.peerLost(
        PeerLostReason.PEER_LOST_DROPPED, link.lastReceivedPosition(), followed.detail);
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
  public void peerHeard() {
    Console.line("the primary is heard again");
    if (reporter != null) {
      reporter.follows(followed.epoch, link.lastReceivedPosition());
    }
  }

  @Override
  public void granted(long newEpoch) {
    Speaker s = speaker;
    if (s == null) {
      Console.line("netctl grants epoch " + newEpoch + ", for which this server did not ask");
    } else {
      s.granted(newEpoch);
    }
  }

  @Override
  public void handOver() {
    Speaker s = speaker;
    if (s != null) {
      s.handOver(this::endHandedOver);
      return;
    }
    reporter.tell(
        client ->
            client.handedOver(
                AgentHandedOver.newBuilder()
                    .setReason("this server has no backup that it could hand over to")
                    .build()));
  }

  @Override
  public void fenced(String reason) {
    Speaker s = speaker;
    if (s != null) {
      s.fenced(reason, this::endHandedOver);
    }
    end(reason);
  }

  @Override
  public void refused(String text) {
    Console.line("ALARM the primary refuses this backup: " + text);
  }

  @Override
  public void farewell(String reason, int exitStatus) {
    followed.behind = false; // said behind all of the log
    tellState();
    Console.line("the primary takes leave: " + reason);
  }

  @Override
  public synchronized void promote(long newEpoch, long told) {
    if (promoting || followed.diverged) {
      return;
    }
    promoting = true;
    toldNanos = told;
    followed.epoch = newEpoch;
    JournalSink own;
    try {
      own = link.promote(newEpoch, heir);
    } catch (RejectedExecutionException ended) {
      return; // the server has ended here, too: nobody is left to go on
    }
    if (own == null) {
      promoting = false;
      Console.line(OUTDATED);
      if (reporter != null) {
        reporter.farewell("the primary went on without this backup");
      }
    }
  }

  @Override
  public LogSink ended(long position) {
    gate.promote();
    Consumed all = consumed;
    if (all != null) {
      Consumption.watch(null);
      reporter.tell(all);
    }
    return log;
  }

  @Override
  public void live(long position, long sinceNanos, int connections) {
    followed.live = true;
    followed.detail = NO_LISTEN;
    notice.set(followed.epoch, position, connections, toldNanos, sinceNanos, System.nanoTime());
    if (reporter != null) {
      reporter.tell(notice);
    } else {
      notice.print();
    }
    if (options.listen() != null) {
      Thread t = new Thread(null, speaking, "understudy-listen", 0, false);
      t.setDaemon(true);
      t.start();
    }
  }

  /** A new backup may come. On a thread of its own, and not at once: the calls are served first. */
  private void speak() {
    LockSupport.parkNanos(CALLS_FIRST_NANOS);
    LinkSettings own = Roles.settings(options, options.listen(), settings);
    Speaker s = new Speaker(options, own, log, gate, followed.epoch, arbitrated, null);
    s.reportsTo(reporter);
    speaker = s;
    if (Turn.mode() == Mode.OFF) {
      s.abandoned("it had stopped before a backup could come");
    }
    Listening.until(s);
  }

  @Override
  public void abandoned(String reason) {
    super.abandoned(reason);
    Speaker s = speaker;
    if (s != null) {
      s.abandoned(reason);
    }
  }

  @Override
  public void diverged(DivergenceReport report) {
    long now = System.nanoTime();
    long age =
        Math.max(now - takenNanos, followed.lagNanos(report.position, now)) / NANOS_PER_MICRO;
    followed.diverged = true;
    followed.detail = "diverged at position " + report.position;
    Diverged message = DivergenceNotice.of(report, age);
    followed.divergence = DivergenceNotice.of(message).build();
    if (!promoting) {
      link.diverged(message);
    }
    Console.line(
        "this backup diverged, leaves the pair and is never promoted; noticed "
            + age
            + " us after the record came");
    if (reporter != null) {
      reporter.tell(client -> client.state(state()));
      reporter.farewell(followed.detail);
    }
    super.diverged(report);
  }

  private AgentState state() {
    Speaker s = speaker;
    return s == null ? followed.state(link.lastReceivedPosition()) : s.state();
  }

  @Override
  public void exiting(int status, boolean managed) {
    Speaker s = speaker;
    if (s != null) {
      s.exiting(status);
    }
    if (reporter != null) {
      reporter.farewell("the server has ended with status " + status);
    }
    if (managed && !followed.live) {
      Console.line("replayed " + Log.records() + " records, 0 divergences");
    }
    try {
      if (log.journal() == null) {
        link.close();
      } else {
        log.journal().close();
      }
    } catch (IOException e) {
      Console.line("the journal is not complete: " + e);
    }
  }

  @Override
  public void welcomed(AgentWelcome welcome) {
    arbitrated = welcome.getArbitrated();
    shadow(welcome.getShadowMillis());
    Console.line(
        "netctl of node "
            + welcome.getNode()
            + (welcome.getAccepted() ? " knows this backup" : " refuses: " + welcome.getReason()));
  }

  /** netctl keeps what comes to this node, for so long; 0: it does not. */
  private void shadow(long millis) {
    if (followed.live || promoting) {
      return;
    }
    if (consumed == null && millis > 0) {
      consumed = new Consumed(millis);
    } else if (consumed != null) {
      consumed.remember(millis);
    }
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
