package io.understudy.netctl.daemon;

import io.understudy.netctl.ExitCode;
import io.understudy.netctl.NetctlException;
import io.understudy.netctl.address.Carrier;
import io.understudy.netctl.address.Prefix;
import io.understudy.netctl.address.ServiceDevice;
import io.understudy.netctl.announce.Announcer;
import io.understudy.netctl.arbiter.Arbiter;
import io.understudy.netctl.config.Configuration;
import io.understudy.netctl.config.HealthPlan;
import io.understudy.netctl.config.TenurePlan;
import io.understudy.netctl.kernel.Capabilities;
import io.understudy.netctl.kernel.DroppedFrames;
import io.understudy.netctl.kernel.KernelRefusal;
import io.understudy.netctl.kernel.NamespaceLock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Puts a node together, in the order that never lets it speak unasked, and takes it apart. */
public final class Daemon {
  private static final String LOCK = "understudy-netctl-";
  private static final long GATE_CHECK_MILLIS = 1000;
  private static final int ANNOUNCED = 20;
  private static final Duration QUESTION = Duration.ofMillis(400);

  private final EventWriter writer = new EventWriter(System.err);
  private final EventLog events = new EventLog(writer);
  private final Steps steps = new Steps();
  private final ScheduledExecutorService timer = DaemonThread.named("netctl-timer");
  private final GuardedAddress address;
  private final Rehearsal rehearsal;
  private final Node node;
  private final PeerWatch peer;
  private BeatSocket beats;
  private final ControlServer server;
  private final ArbiterDesk arbiter;
  private final DuplicateWatch duplicates;
  private InputShadow shadow;
  private final Configuration configuration;
  private final Carrier carrier;

  /** Kept for their lives, which are the locks'. */
  private final List<NamespaceLock> locks;

  /**
   * Starts the node, silent. Gate first, then the address behind it.
   *
   * @throws NetctlException with the exit code of what stands against it
   */
  public Daemon(Configuration configuration) {
    this.configuration = configuration;
    Capabilities.require();
    locks = locks(configuration);
    ServiceDevice device = ServiceDevice.find(configuration.device());
    carrier = new Carrier(device);
    address = new GuardedAddress(device, configuration);
    try {
      address.set(steps);
      Announcer announcer =
          new Announcer(device, configuration.vips(), configuration.announcements(), timer);
      prove(announcer);
      rehearsal = new Rehearsal(configuration, address.gate(), device.mac());
      Alarms alarms = new Alarms(events);
      Speaker speaker =
          new Speaker(address.gate(), announcer, configuration.tenure().hold(), device.mac());
      node = new Node(configuration, speaker, events, alarms);
      arbiter = arbiter(speaker);
      duplicates = duplicates(device, announcer, alarms);
      shadow = configuration.shadow().on() ? shadow(device) : null;
      peer = configuration.peer() == null ? null : watch(alarms);
      server = new ControlServer(configuration.socket(), configuration.socketGroup(), node, events);
    } catch (RuntimeException refused) {
      leave(refused);
      throw refused;
    }
  }

  /** Serves until the process is told to end. */
  public void run() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "netctl-stop"));
    every(GATE_CHECK_MILLIS, node::checkGate);
    if (duplicates != null) {
      every(DuplicateWatch.LOOK_MILLIS, duplicates::look);
    }
    if (arbiter != null) {
      arbiter.start();
      node.appoint(arbiter);
    }
    every(Math.max(1, configuration.tenure().lease().toMillis() / 4), node::tick);
    SipProbe probe = probe();
    node.watch(carrier, probe);
    if (shadow != null) {
      shadow.start();
      node.keep(shadow);
    }
    if (peer != null) {
      node.watch(peer);
      beats.start(peer);
      every(configuration.peer().every().toMillis(), peer::beat);
    }
    server.start();
    events.add("ready", "silent until a primary registers or 'netctl speak'", steps.timings());
    rehearse();
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Behind the service: a server that waits for a netctl that was killed does not wait for it. */
  private void rehearse() {
    Steps played = new Steps();
    try {
      rehearsal.play();
      played.done("played");
      events.add("rehearsed", "a takeover meets loaded and compiled code", played.timings());
    } catch (RuntimeException fault) {
      events.add("fault", "the first takeover will be slow: " + fault);
    }
  }

  /** Repeats a task on the timer thread; its faults are events and do not end it. */
  private void every(long millis, Runnable task) {
    var unused =
        timer.scheduleAtFixedRate(
            () -> {
              try {
                task.run();
              } catch (RuntimeException fault) {
                events.add("fault", fault.toString());
              }
            },
            millis,
            millis,
            TimeUnit.MILLISECONDS);
  }

  private ArbiterDesk arbiter(Speaker speaker) {
    TenurePlan plan = configuration.tenure();
    return plan.arbitrated()
        ? new ArbiterDesk(
            Arbiter.of(plan.arbiter(), plan.cluster(), questionLimit(plan)),
            configuration.node(),
            plan.hold(),
            speaker,
            events,
            DaemonThread.named("netctl-arbiter"))
        : null;
  }

  /** An answer that comes too late to open a gate still tells what stands. */
  private static Duration questionLimit(TenurePlan plan) {
    return plan.hold().compareTo(QUESTION) > 0 ? plan.hold() : QUESTION;
  }

  /** Asks the server all the time; null if that is not wanted. */
  private SipProbe probe() {
    HealthPlan plan = configuration.health();
    if (plan.probe() == null) {
      return null;
    }
    SipProbe probe = new SipProbe(plan.probe(), plan.probeEvery().toNanos());
    every(plan.probeEvery().toMillis(), () -> probe.ask(node.serves()));
    return probe;
  }

  private InputShadow shadow(ServiceDevice device) {
    try {
      return new InputShadow(
          configuration.shadow(),
          configuration.vips(),
          new DroppedFrames(device.index(), device.longestFrame(), ServiceDevice.loopback()),
          events,
          DaemonThread.named("netctl-shadow"),
          node::admit);
    } catch (KernelRefusal refused) {
      throw new NetctlException(
          ExitCode.KERNEL_REFUSED,
          "the input shadow cannot be kept: "
              + refused.getMessage()
              + "; a takeover would lose what comes meanwhile; the kernel needs CONFIG_PACKET, and"
              + " netctl CAP_NET_RAW; or set 'input.shadow' to 'off'",
          refused);
    }
  }

  /** Looks for another owner of the address; null if that is not wanted. */
  private DuplicateWatch duplicates(ServiceDevice device, Announcer announcer, Alarms alarms) {
    Duration defend = configuration.announcements().defend();
    if (defend.isZero()) {
      return null;
    }
    try {
      return new DuplicateWatch(
          device, configuration.vips(), announcer, defend, node::speaks, node::gateOpen, alarms);
    } catch (KernelRefusal refused) {
      throw new NetctlException(
          ExitCode.KERNEL_REFUSED,
          "another host with the same address could not be noticed: "
              + refused.getMessage()
              + "; the kernel needs CONFIG_PACKET, and netctl CAP_NET_RAW; or set 'announce.defend'"
              + " to 'off'",
          refused);
    }
  }

  private PeerWatch watch(Alarms alarms) {
    beats = new BeatSocket(configuration.peer());
    return new PeerWatch(configuration, node, alarms, timer, beats);
  }

  /** Silence first. The table stays, shut: the server may still run. */
  private void stop() {
    node.stop("netctl stops");
    timer.shutdownNow();
    if (arbiter != null) {
      arbiter.close();
    }
    if (shadow != null) {
      shadow.close();
    }
    try {
      address.remove();
      server.close();
    } catch (IOException | KernelRefusal e) {
      events.add("stop", "left behind: " + e.getMessage());
    }
    if (duplicates != null) {
      duplicates.close(); // behind all that opens descriptors: a last look may still be under way
    }
    locks.forEach(NamespaceLock::close);
    writer.close();
  }

  /** A start that is refused leaves nothing behind but the shut gate. */
  private void leave(RuntimeException refused) {
    try {
      address.remove();
    } catch (KernelRefusal leftBehind) {
      refused.addSuppressed(leftBehind);
    }
  }

  /**
   * A gate that lets one announcement pass while it is shut is none. Since it lets none pass, they
   * are rehearsed, too.
   */
  private static void prove(Announcer announcer) {
    if (announcer.announce() > 0) {
      throw new NetctlException(
          ExitCode.KERNEL_REFUSED,
          "the gate is shut and let an announcement pass; this node could speak unasked; the kernel"
              + " needs CONFIG_NETFILTER_EGRESS (5.16 or later)");
    }
    for (int i = 0; i < ANNOUNCED; i++) {
      announcer.start();
      announcer.stop();
    }
  }

  /** One netctl for each pair, and for each address. */
  private static List<NamespaceLock> locks(Configuration configuration) {
    String cluster = configuration.tenure().cluster();
    List<NamespaceLock> taken = new ArrayList<>();
    taken.add(
        lock(
            "cluster-" + cluster,
            "another netctl runs in this network namespace, for the cluster '"
                + cluster
                + "', too; two would fight for the address; stop it first, or, for a second"
                + " service on this node, give it a 'cluster', a 'vip' and a 'socket' of its own"));
    for (Prefix vip : configuration.vips()) {
      String address = vip.address().getHostAddress();
      taken.add(
          lock(
              "vip-" + address,
              "the netctl of another cluster in this network namespace has the address "
                  + address
                  + ", too; each service needs addresses of its own; correct 'vip'"));
    }
    return taken;
  }

  private static NamespaceLock lock(String name, String taken) {
    NamespaceLock lock = NamespaceLock.take(LOCK + name);
    if (lock == null) {
      throw new NetctlException(ExitCode.ALREADY_RUNNING, taken);
    }
    return lock;
  }
}
