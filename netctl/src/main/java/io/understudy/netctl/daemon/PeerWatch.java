package io.understudy.netctl.daemon;

import static java.util.stream.Collectors.joining;

import com.google.protobuf.InvalidProtocolBufferException;
import io.understudy.link.control.ControlChannel;
import io.understudy.link.message.PeerAgent;
import io.understudy.link.message.PeerBeat;
import io.understudy.link.message.PeerPath;
import io.understudy.link.message.PeerStatus;
import io.understudy.netctl.config.Configuration;
import io.understudy.netctl.config.PeerPlan;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Heartbeats with the other node's netctl, on each configured path. They raise alarms, hold a
 * primary or a backup back while the other speaks, and bring the word that the other's server has
 * died. Silence on all of them is one half of a node's death; the other half is its server's.
 */
final class PeerWatch implements PeerView {
  /** A datagram may be lost; these follow the first one of {@link #tell}. */
  private static final long[] AGAIN_MILLIS = {2, 20};

  /**
   * Numbers so far behind the last one are of a daemon of before, not of a datagram that is late.
   */
  private static final long LATE = 10_000;

  /** The alarm about heartbeats of another pair ends so long after the last of them. */
  private static final long STRANGER_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final String name;
  private final String cluster;
  private final PeerPlan plan;
  private final Node node;
  private final Alarms alarms;
  private final ScheduledExecutorService timer;
  private final BeatPath path;

  /** Begins anywhere: an answer to a daemon of before must not be taken for one to this. */
  private final AtomicLong number = new AtomicLong(System.nanoTime());

  private final SentBeats sent = new SentBeats();
  private final AtomicBoolean reconsiders = new AtomicBoolean();
  private volatile String stranger = "";
  private volatile long strangerNanos;
  private volatile PeerBeat last = PeerBeat.getDefaultInstance();
  private final Silence silence;
  private final List<Silence> paths;

  PeerWatch(
      Configuration configuration,
      Node node,
      Alarms alarms,
      ScheduledExecutorService timer,
      BeatPath path) {
    this.name = configuration.node();
    this.cluster = configuration.tenure().cluster();
    this.plan = configuration.peer();
    this.node = node;
    this.alarms = alarms;
    this.timer = timer;
    this.path = path;
    this.silence = silence();
    this.paths = plan.peer().stream().map(each -> silence()).toList();
  }

  private Silence silence() {
    return new Silence(plan.every().toNanos(), System.nanoTime());
  }

  /** Sends one heartbeat and judges the peer's. On the timer thread, every {@code peer.every}. */
  void beat() {
    long now = System.nanoTime();
    silence.look(now);
    paths.forEach(each -> each.look(now));
    say();
    judge();
    judgeStranger(now);
    node.reconsider();
  }

  @Override
  public void tell() {
    say();
    for (long millis : AGAIN_MILLIS) {
      var unused = timer.schedule(this::say, millis, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void reconsiderLater() {
    if (reconsiders.compareAndSet(false, true)) {
      var unused =
          timer.schedule(
              () -> {
                reconsiders.set(false);
                node.reconsider();
              },
              plan.takeoverWait().toNanos(),
              TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public void say() {
    long own = number.getAndIncrement();
    sent.add(own, System.nanoTime());
    path.send(
        node.beat()
            .setHeard(last.getNumber())
            .setProtocol(ControlChannel.PROTOCOL)
            .setNode(name)
            .setCluster(cluster)
            .setNumber(own)
            .build()
            .toByteArray());
  }

  @Override
  public PeerStatus status() {
    long now = System.nanoTime();
    PeerBeat beat = last;
    PeerStatus.Builder status =
        PeerStatus.newBuilder()
            .setAddress(address(0))
            .setNode(beat.getNode())
            .setHeard(beat.getProtocol() != 0 && silence.nanos(now) < plan.silentAfter().toNanos())
            .setSpeaking(beat.getSpeaking())
            .setEpoch(beat.getEpoch())
            .setSilentMillis(TimeUnit.NANOSECONDS.toMillis(silence.nanos(now)));
    for (int i = 0; i < paths.size(); i++) {
      status.addPaths(
          PeerPath.newBuilder()
              .setAddress(address(i))
              .setSilentMillis(TimeUnit.NANOSECONDS.toMillis(paths.get(i).nanos(now))));
    }
    return status.build();
  }

  private String address(int at) {
    InetSocketAddress peer = plan.peer().get(at);
    return peer.getAddress().getHostAddress() + ":" + peer.getPort();
  }

  @Override
  public PeerWord word() {
    PeerBeat beat = last;
    return new PeerWord(
        true,
        beat.getProtocol() != 0,
        silence.nanos(System.nanoTime()) >= plan.silentAfter().toNanos(),
        beat.getSpeaking(),
        beat.getAgent() == PeerAgent.PEER_AGENT_ENDED,
        beat.getAgent() == PeerAgent.PEER_AGENT_ALIVE,
        beat.getEpoch(),
        silence.heardNanos());
  }

  @Override
  public long consents(long withinNanos) {
    PeerBeat beat = last;
    return beat.getConsents() ? sent.left(beat.getHeard(), System.nanoTime(), withinNanos) : 0;
  }

  @Override
  public boolean consentsSince(long nanos) {
    PeerBeat beat = last;
    return beat.getConsents() && sent.since(beat.getHeard(), nanos);
  }

  @Override
  public boolean confirmsSince(long nanos, long epoch) {
    PeerBeat beat = last;
    boolean consents = beat.getConsents() && sent.since(beat.getHeard(), nanos);
    return consents && beat.getConfirms() == epoch;
  }

  @Override
  public boolean answersSince(long nanos) {
    return sent.since(last.getHeard(), nanos);
  }

  @Override
  public long leftEpoch(long withinNanos) {
    PeerBeat beat = last;
    boolean young = sent.left(beat.getHeard(), System.nanoTime(), withinNanos) > 0;
    return young ? beat.getLeftEpoch() : 0;
  }

  @Override
  public PeerBeat said() {
    return last;
  }

  private void judgeStranger(long now) {
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

  private void judge() {
    PeerStatus now = status();
    if (now.getHeard()) {
      alarms.clear(Rules.NODE_SILENT);
    } else if (now.getSilentMillis() >= plan.silentAfter().toMillis()) {
      alarms.raise(
          Rules.NODE_SILENT,
          "nothing heard of the other node's netctl at "
              + now.getPathsList().stream().map(PeerPath::getAddress).collect(joining(", ")));
    }
    judgePaths(now);
    PeerBeat ours = node.beat().buildPartial();
    if (speaking() && ours.getSpeaking()) {
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

  /** Takes a heartbeat of the first path. */
  void take(ByteBuffer datagram) throws InvalidProtocolBufferException {
    take(0, datagram);
  }

  /**
   * Takes a heartbeat.
   *
   * @param way on which it came
   * @throws InvalidProtocolBufferException if it is none
   */
  void take(int way, ByteBuffer datagram) throws InvalidProtocolBufferException {
    PeerBeat beat = PeerBeat.parseFrom(datagram);
    if (beat.getProtocol() != ControlChannel.PROTOCOL) {
      return;
    }
    long now = System.nanoTime();
    if (!beat.getCluster().equals(cluster)) {
      stranger = beat.getCluster() + " on " + beat.getNode();
      strangerNanos = now;
      return;
    }
    paths.get(way).heard(now);
    if (hear(beat, now)) {
      node.reconsider();
    }
  }

  /** False if it is the copy of another way, or was overtaken. */
  private synchronized boolean hear(PeerBeat beat, long now) {
    long behind = last.getNumber() - beat.getNumber();
    if (behind >= 0 && behind < LATE) {
      return false;
    }
    silence.heard(now);
    last = beat;
    return true;
  }
}
