package io.understudy.netctl.daemon;

import com.google.protobuf.InvalidProtocolBufferException;
import io.understudy.link.control.ControlChannel;
import io.understudy.link.message.PeerAgent;
import io.understudy.link.message.PeerBeat;
import io.understudy.link.message.PeerStatus;
import io.understudy.netctl.config.Configuration;
import io.understudy.netctl.config.PeerPlan;
import java.nio.ByteBuffer;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Heartbeats with the other node's netctl. They raise alarms, hold a primary or a backup back while
 * the other speaks, and bring the word that the other's server has died. Their absence never gives
 * this node the right to speak.
 */
final class PeerWatch implements PeerView {
  /** A datagram may be lost; these follow the first one of {@link #tell}. */
  private static final long[] AGAIN_MILLIS = {2, 20};

  private final String name;
  private final PeerPlan plan;
  private final Node node;
  private final Alarms alarms;
  private final ScheduledExecutorService timer;
  private final BeatPath path;

  /** Begins anywhere: an answer to a daemon of before must not be taken for one to this. */
  private final AtomicLong number = new AtomicLong(System.nanoTime());

  private final SentBeats sent = new SentBeats();
  private final AtomicBoolean reconsiders = new AtomicBoolean();
  private volatile PeerBeat last = PeerBeat.getDefaultInstance();
  private volatile long heardNanos = System.nanoTime();

  PeerWatch(
      Configuration configuration,
      Node node,
      Alarms alarms,
      ScheduledExecutorService timer,
      BeatPath path) {
    this.name = configuration.node();
    this.plan = configuration.peer();
    this.node = node;
    this.alarms = alarms;
    this.timer = timer;
    this.path = path;
  }

  /** Sends one heartbeat and judges the peer's. On the timer thread, every {@code peer.every}. */
  void beat() {
    send();
    judge();
    node.reconsider();
  }

  @Override
  public void tell() {
    send();
    for (long millis : AGAIN_MILLIS) {
      var unused = timer.schedule(this::send, millis, TimeUnit.MILLISECONDS);
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

  private void send() {
    long own = number.getAndIncrement();
    sent.add(own, System.nanoTime());
    path.send(
        node.beat()
            .setHeard(last.getNumber())
            .setProtocol(ControlChannel.PROTOCOL)
            .setNode(name)
            .setNumber(own)
            .build()
            .toByteArray());
  }

  @Override
  public PeerStatus status() {
    long silentNanos = System.nanoTime() - heardNanos;
    PeerBeat beat = last;
    return PeerStatus.newBuilder()
        .setAddress(plan.peer().getAddress().getHostAddress() + ":" + plan.peer().getPort())
        .setNode(beat.getNode())
        .setHeard(beat.getProtocol() != 0 && silentNanos < plan.silentAfter().toNanos())
        .setSpeaking(beat.getSpeaking())
        .setEpoch(beat.getEpoch())
        .setSilentMillis(TimeUnit.NANOSECONDS.toMillis(silentNanos))
        .build();
  }

  @Override
  public PeerWord word() {
    PeerBeat beat = last;
    long nanos = heardNanos;
    return new PeerWord(
        true,
        beat.getProtocol() != 0,
        System.nanoTime() - nanos >= plan.silentAfter().toNanos(),
        beat.getSpeaking(),
        beat.getAgent() == PeerAgent.PEER_AGENT_ENDED,
        beat.getEpoch(),
        nanos);
  }

  @Override
  public boolean consents(long withinNanos) {
    PeerBeat beat = last;
    return beat.getConsents() && sent.within(beat.getHeard(), System.nanoTime(), withinNanos);
  }

  @Override
  public long leftEpoch() {
    return last.getLeftEpoch();
  }

  @Override
  public PeerBeat said() {
    return last;
  }

  private void judge() {
    PeerStatus now = status();
    if (now.getHeard()) {
      alarms.clear(Rules.NODE_SILENT);
    } else if (now.getSilentMillis() >= plan.silentAfter().toMillis()) {
      alarms.raise(
          Rules.NODE_SILENT,
          "nothing heard of the other node's netctl at " + now.getAddress() + "; no takeover");
    }
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

  /**
   * Takes a heartbeat.
   *
   * @throws InvalidProtocolBufferException if it is none
   */
  void take(ByteBuffer datagram) throws InvalidProtocolBufferException {
    PeerBeat beat = PeerBeat.parseFrom(datagram);
    if (beat.getProtocol() == ControlChannel.PROTOCOL) {
      heardNanos = System.nanoTime();
      last = beat;
      node.reconsider();
    }
  }
}
