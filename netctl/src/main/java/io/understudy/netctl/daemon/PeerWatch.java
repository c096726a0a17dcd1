package io.understudy.netctl.daemon;

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

  private final String name;
  private final String cluster;
  private final PeerPlan plan;
  private final Node node;
  private final PeerAlarms alarms;
  private final ScheduledExecutorService timer;
  private final BeatPath path;

  /** Begins anywhere: an answer to a daemon of before must not be taken for one to this. */
  private final AtomicLong number = new AtomicLong(System.nanoTime());

  private final SentBeats sent = new SentBeats();
  private final AtomicBoolean reconsiders = new AtomicBoolean();
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
    this.alarms = new PeerAlarms(alarms, plan, cluster);
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
    alarms.judge(status(), speaking(), node.beat().buildPartial());
    alarms.judgeStranger(now);
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
    return consents(last, nanos);
  }

  @Override
  public boolean confirmsSince(long nanos, long epoch) {
    PeerBeat beat = last;
    return consents(beat, nanos) && beat.getConfirms() == epoch;
  }

  private boolean consents(PeerBeat beat, long nanos) {
    return beat.getConsents() && sent.since(beat.getHeard(), nanos);
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
      alarms.stranger(beat, now);
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
