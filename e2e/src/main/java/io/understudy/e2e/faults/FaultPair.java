package io.understudy.e2e.faults;

import io.understudy.e2e.experiment.Await;
import io.understudy.e2e.experiment.Jdk;
import io.understudy.e2e.experiment.JournalRecords;
import io.understudy.e2e.experiment.LoneService;
import io.understudy.e2e.experiment.Netctl;
import io.understudy.e2e.experiment.ServicePlace;
import io.understudy.e2e.experiment.Setup;
import io.understudy.e2e.faults.FaultRow.Arbiter;
import io.understudy.e2e.faults.FaultRow.Special;
import io.understudy.e2e.lab.Command;
import io.understudy.e2e.lab.Host;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.lab.LabProcess;
import io.understudy.e2e.lab.Network;
import io.understudy.e2e.lab.WallClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A protected pair in a lab, whose parts can be made to fail, and made whole again. */
final class FaultPair {
  static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int OTHER_WON = 75;
  private static final int BUSY = 6;

  private final Lab lab;
  private final Setup setup;
  private final Jdk jdk;
  private final FaultRow.Settings settings;
  private final Path epochFile;
  private final LabEtcd etcd;
  private final List<LabProcess> busy = new ArrayList<>();
  FaultNode speaker;
  FaultNode other;

  /** Starts both nodes; returns when the backup follows and the primary speaks. */
  FaultPair(Lab lab, Setup setup, Jdk jdk, FaultRow.Settings settings, Path directory)
      throws IOException {
    this.lab = lab;
    this.setup = setup;
    this.jdk = jdk;
    this.settings = settings;
    epochFile = directory.resolve("epoch");
    Files.createFile(epochFile);
    if (settings.arbiter() == Arbiter.ETCD) {
      Network.attachArbiter();
    }
    etcd = settings.arbiter() == Arbiter.ETCD ? new LabEtcd(lab) : null;
    speaker = node("alpha");
    other = node("beta");
    if (settings.smallDisk()) {
      speaker.mountDisk();
      other.mountDisk();
    }
    startNetctl(speaker);
    startNetctl(other);
    speaker.netctl.awaitReady();
    other.netctl.awaitReady();
    speaker.server = start(speaker, other);
    Await.until("the primary speaks", LIMIT, speaker.server, speaker::speaks);
    join();
  }

  private FaultNode node(String name) throws IOException {
    Host host = lab.node(name);
    return new FaultNode(settings.special() == Special.OWN_CLOCKS ? WallClock.with(host) : host);
  }

  void startNetctl(FaultNode node) {
    List<String> options = new ArrayList<>();
    options.add(
        "--arbiter="
            + switch (settings.arbiter()) {
              case NONE -> "none";
              case FILE -> "file:" + epochFile;
              case ETCD -> LabEtcd.arbiter();
            });
    options.add("--flap-limit=100"); // one pair plays many rows in a few minutes
    options.addAll(settings.netctl());
    node.netctl =
        Netctl.start(
            lab,
            node.host,
            jdk,
            setup.agentJar(),
            ServicePlace.ONLY,
            settings.singlePath(),
            options);
  }

  LabEtcd arbiter() {
    return etcd;
  }

  /** Other programs want all of the machine's processors. */
  void starve() {
    for (int i = 0; i < BUSY; i++) {
      busy.add(
          lab.start(
              lab.host("cluster"),
              "busy",
              List.of("timeout", "60", "sh", "-c", "while :; do :; done"),
              Map.of()));
    }
  }

  /** They end. */
  void feed() {
    busy.forEach(LabProcess::kill);
    busy.clear();
  }

  /** Starts a node's server, and does not wait. */
  void launch(FaultNode node) {
    node.server = launch(node, node == speaker ? other : speaker);
  }

  private LabProcess start(FaultNode node, FaultNode peer) {
    LabProcess server = launch(node, peer);
    LoneService.awaitBound(server, setup);
    return server;
  }

  /** The same command at each start of a node: its netctl says what its server is to be. */
  private LabProcess launch(FaultNode node, FaultNode peer) {
    String flag =
        "-javaagent:%s=role=auto,listen=%s,peer=%s,journal=%s,netctl=%s,insecure=true"
            .formatted(
                setup.agentJar(),
                ServicePlace.ONLY.link(node.host.name()),
                ServicePlace.ONLY.link(peer.host.name()),
                JournalRecords.DIRECTORY,
                Netctl.SOCKET);
    return setup.start(lab, node.host, jdk, flag);
  }

  /** Starts the backup, and waits until it has caught up. */
  private void join() {
    other.server = start(other, speaker);
    Await.until("the backup follows", LIMIT, other.server, speaker::isProtected);
  }

  /**
   * Nobody is left who could go on: both nodes' servers are started at the same time, and one
   * speaks, without the calls of before.
   */
  void startAnew() {
    List<FaultNode> both = List.of(speaker, other);
    both.forEach(node -> node.server.kill());
    startNetctls();
    both.forEach(this::launch);
    both.forEach(node -> LoneService.awaitBound(node.server, setup));
    Await.until("one node speaks anew", LIMIT, speaker.netctl.process(), this::oneSpeaks);
    turn();
    Await.until("the backup follows", LIMIT, other.server, speaker::isProtected);
  }

  private void startNetctls() {
    List<FaultNode> dead =
        Stream.of(speaker, other).filter(node -> !node.netctl.process().isAlive()).toList();
    dead.forEach(this::startNetctl);
    dead.forEach(node -> node.netctl.awaitReady());
  }

  private boolean oneSpeaks() {
    return speaker.speaks() ^ other.speaks();
  }

  private void turn() {
    if (other.speaks()) {
      FaultNode late = speaker;
      speaker = other;
      other = late;
    }
  }

  /** The lab's own processes and mounts are the lab's; these are the pair's. */
  void close() {
    feed();
    if (settings.smallDisk()) {
      speaker.unmountDisk();
      other.unmountDisk();
    }
  }

  /** Whoever speaks is the speaker, what is dead is started again, and the backup follows. */
  void makeWhole() {
    startNetctls();
    Await.until("one node speaks", LIMIT, speaker.netctl.process(), this::oneSpeaks);
    turn();
    if (other.server.isAlive() && !speaker.isProtected()) {
      awaitEndOrJoin();
    }
    boolean joins = other.server.isAlive() && !wasSpeaker(other);
    if (!joins) {
      other.server.kill();
      join();
    }
    Await.until("the pair is whole", LIMIT, other.server, speaker::isProtected);
  }

  /**
   * It was told to end, or joins again by itself. A JVM that ends waits for its compiler, up to ten
   * seconds.
   */
  private void awaitEndOrJoin() {
    for (int i = 0; i < 120 && other.server.isAlive() && !speaker.isProtected(); i++) {
      other.server.awaitEnd(Duration.ofMillis(100));
    }
  }

  private static boolean wasSpeaker(FaultNode node) {
    return node.server.endedWith(OTHER_WON)
        || node.netctl.status().getAgent().getRegistered().getRole()
            == io.understudy.link.message.AgentRole.AGENT_ROLE_PRIMARY;
  }

  /** Sets the cable of a node to the switch. */
  void service(FaultNode node, String how) {
    ip(Network.SWITCH, "p-" + node.host.name(), how);
  }

  /** Sets the replication network up or down. */
  void replication(String how) {
    ip("beta", Network.REPLICATION_DEVICE, how);
  }

  private static void ip(String namespace, String device, String how) {
    List<String> words = new ArrayList<>(List.of("ip", "-n", namespace, "link", "set", device));
    words.addAll(List.of(how.split(" ")));
    new Command(words).run();
  }
}
