package io.understudy.netctl.daemon;

import static java.util.stream.Collectors.joining;

import io.understudy.link.message.PeerBeat;
import io.understudy.link.message.PeerPath;
import io.understudy.link.message.PeerStatus;
import io.understudy.netctl.config.PeerPlan;
import java.util.concurrent.TimeUnit;

/** What an operator is told about the other node's heartbeats. On the timer thread. */
final class PeerAlarms {
  /** The alarm about heartbeats of another pair ends so long after the last of them. */
  private static final long STRANGER_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Alarms alarms;
  private final PeerPlan plan;
  private final String cluster;
  private volatile String stranger = "";
  private volatile long strangerNanos;

  PeerAlarms(Alarms alarms, PeerPlan plan, String cluster) {
    this.alarms = alarms;
    this.plan = plan;
    this.cluster = cluster;
  }

  /** A heartbeat of another pair has come. Any thread. */
  void stranger(PeerBeat beat, long now) {
    stranger = beat.getCluster() + " on " + beat.getNode();
    strangerNanos = now;
  }

  /** Whether one has lately. */
  void judgeStranger(long now) {
    if (stranger.isEmpty() || now - strangerNanos > STRANGER_NANOS) {
      alarms.clear(Rules.STRANGER);
      return;
    }
    alarms.raise(
        Rules.STRANGER,
        "heartbeats of the cluster "
            + stranger
            + " come to '"
            + cluster
            + "' and are ignored; correct 'peer' there, or 'listen' here, or the name of the"
            + " cluster");
  }

  /**
   * Raises and clears what the other node's state gives cause for.
   *
   * @param speaking whether it was heard lately, and speaks
   * @param ours what this node says of itself
   */
  void judge(PeerStatus now, boolean speaking, PeerBeat ours) {
    if (now.getHeard()) {
      alarms.clear(Rules.NODE_SILENT);
    } else if (now.getSilentMillis() >= plan.silentAfter().toMillis()) {
      alarms.raise(
          Rules.NODE_SILENT,
          "nothing heard of the other node's netctl at "
              + now.getPathsList().stream().map(PeerPath::getAddress).collect(joining(", ")));
    }
    judgePaths(now);
    if (speaking && ours.getSpeaking()) {
      alarms.raise(
          Rules.TWO_SPEAKERS,
          "this node in epoch "
              + ours.getEpoch()
              + " and "
              + now.getNode()
              + " in epoch "
              + now.getEpoch()
              + " both speak: every call is answered twice; silence the one of the lower epoch by"
              + " 'netctl silence'");
    } else {
      alarms.clear(Rules.TWO_SPEAKERS);
    }
  }

  /** One path of several is silent: nothing happens, but there is one less. */
  private void judgePaths(PeerStatus now) {
    String silent =
        now.getPathsList().stream()
            .filter(each -> each.getSilentMillis() >= plan.silentAfter().toMillis())
            .map(PeerPath::getAddress)
            .collect(joining(", "));
    if (silent.isEmpty() || !now.getHeard()) {
      alarms.clear(Rules.PATH_SILENT);
    } else {
      alarms.raise(
          Rules.PATH_SILENT,
          "the other node's netctl is not heard by way of "
              + silent
              + ", but otherwise it is; mend that path: a cut of all is two speakers without an"
              + " arbiter");
    }
  }
}
