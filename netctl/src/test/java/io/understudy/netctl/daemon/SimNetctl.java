package io.understudy.netctl.daemon;

import io.understudy.link.message.AgentMandate;
import io.understudy.link.message.ControlFrame;
import io.understudy.link.message.NodeEvent;
import io.understudy.link.message.OperatorReply;
import io.understudy.netctl.announce.AnnouncePlan;
import io.understudy.netctl.announce.Announcements;
import io.understudy.netctl.arbiter.Arbiter;
import io.understudy.netctl.config.Configuration;
import io.understudy.netctl.config.HealthPlan;
import io.understudy.netctl.config.PeerPlan;
import io.understudy.netctl.config.ShadowPlan;
import io.understudy.netctl.config.TenurePlan;
import io.understudy.netctl.gate.SilenceGate;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A netctl of the product's own parts, in a simulated world. Re-states what {@link Daemon} puts
 * together and repeats, and what {@link Session} does with an agent's frames.
 */
public final class SimNetctl {
  /** The way to an agent, by identity. */
  public static final class Way implements AgentLink {
    private final Consumer<ControlFrame> to;

    public Way(Consumer<ControlFrame> to) {
      this.to = to;
    }

    @Override
    public void tell(ControlFrame frame) {
      to.accept(frame);
    }
  }

  public static final TenurePlan PLAN =
      new TenurePlan(
          Duration.ofMillis(120), Duration.ofMillis(300), "file:/x", Duration.ofMillis(130), "p");

  /** Fewer than by default, which costs steps and shows nothing more. */
  private static final Duration BEAT = Duration.ofMillis(50);

  private final Configuration configuration;
  private final Node node;
  private final PeerWatch watch;
  private final ArbiterDesk desk;
  private final ScheduledExecutorService timer;

  /**
   * @param arbiter null for none
   * @param told gets the events' names and texts
   */
  public SimNetctl(
      String name,
      SilenceGate gate,
      Arbiter arbiter,
      ScheduledExecutorService timer,
      ScheduledExecutorService arbiterThread,
      Consumer<byte[]> beats,
      BiConsumer<String, String> told) {
    this.timer = timer;
    this.configuration = configuration(name, arbiter != null);
    EventLog events = new EventLog((NodeEvent e) -> told.accept(e.getName(), e.getReason()));
    Alarms alarms = new Alarms(events);
    gate.install();
    Speaker speaker = new Speaker(gate, Announcements.NONE, PLAN.hold(), new byte[6]);
    node = new Node(configuration, speaker, events, alarms);
    desk =
        arbiter == null
            ? null
            : new ArbiterDesk(arbiter, name, PLAN.hold(), speaker, events, arbiterThread);
    watch = new PeerWatch(configuration, node, alarms, timer, beats::accept);
  }

  static Configuration configuration(String name, boolean arbitrated) {
    InetSocketAddress nowhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    TenurePlan plan =
        arbitrated
            ? PLAN
            : new TenurePlan(
                PLAN.lease(), PLAN.agentSilentAfter(), TenurePlan.NONE, PLAN.hold(), "p");
    return new Configuration(
        name,
        Path.of("/x"),
        "",
        "eth0",
        List.of(),
        List.of(),
        new AnnouncePlan(1, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO),
        new PeerPlan(
            List.of(nowhere),
            List.of(nowhere),
            BEAT,
            Duration.ofMillis(250),
            Duration.ofMillis(10)),
        HealthPlan.DEFAULT,
        plan,
        ShadowPlan.OFF);
  }

  /** As {@link Daemon#run}. */
  public void start() {
    every(1000, node::checkGate);
    if (desk != null) {
      desk.start();
      node.appoint(desk);
    }
    every(PLAN.lease().toMillis() / 4, node::tick);
    node.watch(watch);
    every(BEAT.toMillis(), watch::beat);
  }

  private void every(long millis, Runnable task) {
    var unused =
        timer.scheduleAtFixedRate(
            () -> {
              try {
                task.run();
              } catch (RuntimeException fault) {
                throw new AssertionError("a fault of netctl", fault);
              }
            },
            millis,
            millis,
            TimeUnit.MILLISECONDS);
  }

  /** A datagram of the other node. */
  public void beat(byte[] datagram) {
    try {
      watch.take(ByteBuffer.wrap(datagram));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A server's question. */
  public AgentMandate mandate() {
    return node.mandate();
  }

  /** The question of a server that would be primary or backup. */
  public AgentMandate either() {
    return node.either();
  }

  /** A frame of an agent; false if it ends the connection. */
  public boolean frame(Way from, ControlFrame frame) {
    node.heard(from);
    switch (frame.getBodyCase()) {
      case ALONE -> node.alone(from);
      case REGISTER -> {
        return node.register(from, frame.getRegister());
      }
      case FOLLOWS -> node.follows(from, frame.getFollows());
      case STATE -> node.state(from, frame.getState());
      case PEER_LOST -> node.peerLost(from, frame.getPeerLost());
      case PROMOTED -> node.promoted(from, frame.getPromoted());
      default -> throw new AssertionError("unexpected frame " + frame.getBodyCase());
    }
    return true;
  }

  /** A connection has ended. */
  public void gone(Way from, boolean died) {
    node.gone(from, "its connection ended", died);
  }

  /** A life line has ended. */
  public void lifeEnded(long pid) {
    node.lifeEnded(pid);
  }

  /** An operator's order. */
  public OperatorReply order(String what) {
    boolean force = what.endsWith("!");
    return switch (what.replace("!", "")) {
      case "speak" -> node.speak(force);
      case "silence" -> node.silence();
      default -> node.takeover(force);
    };
  }
}
