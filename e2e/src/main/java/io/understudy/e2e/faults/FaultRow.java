package io.understudy.e2e.faults;

import java.util.List;
import java.util.stream.Stream;

/**
 * A row of the matrix.
 *
 * @param name for the command line and the results
 * @param expects who must speak in the end
 * @param settings of both nodes
 * @param without what is taken away, for people; empty if nothing is
 */
record FaultRow(String name, Fault fault, Expects expects, Settings settings, String without) {
  /** What must come of it. */
  enum Expects {
    /** The other node speaks, the calls live, the old node says nothing behind its first word. */
    TAKEOVER,
    /**
     * The same, but that all paths were cut and there is no arbiter: when they meet again, the old
     * node may still speak until it hears of the other.
     */
    TAKEOVER_UNHEARD,
    /** The speaker goes on, and the other node says nothing. */
    STAYS,
    /** One of the two. */
    EITHER,
    /** Nobody is left who knows the calls: one node begins anew, and never both. */
    COLD,
    /** The control: it is not as expected with what protects. */
    FAILS
  }

  /** What decides who speaks. */
  enum Arbiter {
    NONE,
    FILE,
    ETCD
  }

  /** What a node has. */
  enum Special {
    NOTHING,
    /** Its files are on a disk that can be filled; such a pair plays one run. */
    SMALL_DISK,
    /** Its wall clock can be set. */
    OWN_CLOCKS
  }

  /**
   * How both nodes are made, and their netctl started.
   *
   * @param singlePath heartbeats on the replication network only
   * @param special what the nodes have that others have not
   * @param netctl further options
   */
  record Settings(Arbiter arbiter, boolean singlePath, Special special, List<String> netctl) {
    static final Settings DEFAULT = with();
    static final Settings FILE = new Settings(Arbiter.FILE, false, Special.NOTHING, List.of());
    static final Settings ETCD = new Settings(Arbiter.ETCD, false, Special.NOTHING, List.of());
    static final Settings SINGLE_PATH =
        new Settings(Arbiter.NONE, true, Special.NOTHING, List.of());
    static final Settings SMALL_DISK =
        new Settings(Arbiter.NONE, false, Special.SMALL_DISK, List.of());
    static final Settings OWN_CLOCKS =
        new Settings(Arbiter.NONE, false, Special.OWN_CLOCKS, List.of());

    static Settings with(String... netctl) {
      return new Settings(Arbiter.NONE, false, Special.NOTHING, List.of(netctl));
    }

    boolean smallDisk() {
      return special == Special.SMALL_DISK;
    }
  }

  boolean isControl() {
    return expects == Expects.FAILS;
  }

  /** True if the fault meets every process of the machine, and so pairs of other lanes, too. */
  boolean needsWholeMachine() {
    return fault == MachineFaults.STARVED || fault == MachineFaults.STARVED_WITH_SERVER;
  }

  private static FaultRow row(String name, Fault fault, Expects expects) {
    return row(name, fault, expects, Settings.DEFAULT);
  }

  private static FaultRow row(String name, Fault fault, Expects expects, Settings settings) {
    return new FaultRow(name, fault, expects, settings, "");
  }

  private static FaultRow file(String name, Fault fault, Expects expects) {
    return row(name, fault, expects, Settings.FILE);
  }

  private static FaultRow etcd(String name, Fault fault, Expects expects) {
    return row(name, fault, expects, Settings.ETCD);
  }

  private static FaultRow control(String name, Fault fault, String without, Settings settings) {
    return new FaultRow(name + ".control", fault, Expects.FAILS, settings, without);
  }

  /** All rows, in the order in which they are played. */
  static List<FaultRow> all() {
    return Stream.of(processes(), links(), machines(), arbiters()).flatMap(List::stream).toList();
  }

  private static List<FaultRow> processes() {
    Settings deaf = Settings.with("--peer-silent-after=60s");
    Settings hasty = Settings.with("--agent-silent-after=120ms");
    Settings patient = Settings.with("--agent-silent-after=60s");
    return List.of(
        row("server-killed", ProcessFaults.SERVER_KILLED, Expects.TAKEOVER),
        row("node-stopped", ProcessFaults.NODE_STOPPED, Expects.TAKEOVER),
        control("node-stopped", ProcessFaults.NODE_STOPPED, "the deadline of 250 ms (60 s)", deaf),
        row("server-stopped", ProcessFaults.SERVER_STOPPED, Expects.TAKEOVER),
        control(
            "server-stopped", ProcessFaults.SERVER_STOPPED, "agent.silent.after (60 s)", patient),
        row("server-paused", ProcessFaults.SERVER_PAUSED, Expects.STAYS),
        control("server-paused", ProcessFaults.SERVER_PAUSED, "agent.silent.after (120 ms)", hasty),
        row("netctl-paused", ProcessFaults.NETCTL_PAUSED, Expects.STAYS),
        row("node-paused", ProcessFaults.NODE_PAUSED, Expects.STAYS),
        row("both-killed", ProcessFaults.BOTH_KILLED, Expects.TAKEOVER),
        row("all-killed", ProcessFaults.ALL_KILLED, Expects.COLD),
        row("netctl-killed", ProcessFaults.NETCTL_KILLED, Expects.STAYS),
        row("netctl-stopped", ProcessFaults.NETCTL_STOPPED, Expects.STAYS),
        row("backup-killed", ProcessFaults.BACKUP_KILLED, Expects.STAYS),
        row("backup-node-stopped", ProcessFaults.BACKUP_STOPPED, Expects.STAYS),
        row("backup-slow", ProcessFaults.BACKUP_SLOW, Expects.STAYS),
        row("joining-killed", ProcessFaults.JOINING_KILLED, Expects.STAYS),
        row("only-copy-killed", ProcessFaults.ONLY_COPY_KILLED, Expects.COLD));
  }

  private static List<FaultRow> links() {
    return List.of(
        row("cut-off", LinkFaults.CUT_OFF, Expects.TAKEOVER_UNHEARD),
        row("service-down", LinkFaults.SERVICE_DOWN, Expects.TAKEOVER),
        control(
            "service-down",
            LinkFaults.SERVICE_DOWN,
            "the look at the carrier",
            Settings.with("--carrier=ignore")),
        row("flapping", LinkFaults.FLAPPING, Expects.EITHER),
        row("replication-down", LinkFaults.REPLICATION_DOWN, Expects.STAYS),
        control(
            "replication-down",
            LinkFaults.REPLICATION_DOWN,
            "heartbeats on the service network",
            Settings.SINGLE_PATH),
        row("mute", LinkFaults.MUTE, Expects.TAKEOVER),
        row("deaf", LinkFaults.DEAF, Expects.STAYS),
        row("service-mute", LinkFaults.SERVICE_MUTE, Expects.STAYS),
        row("service-deaf", LinkFaults.SERVICE_DEAF, Expects.STAYS),
        row("replication-mute", LinkFaults.REPLICATION_MUTE, Expects.STAYS),
        row("replication-deaf", LinkFaults.REPLICATION_DEAF, Expects.STAYS),
        row("lossy", LinkFaults.LOSSY, Expects.STAYS),
        row("lossy-server-killed", LinkFaults.LOSSY_WITH_SERVER, Expects.TAKEOVER),
        row("delayed", LinkFaults.DELAYED, Expects.STAYS),
        row("unannounced", LinkFaults.UNANNOUNCED, Expects.TAKEOVER),
        row("sticky-caches", LinkFaults.STICKY, Expects.TAKEOVER),
        row("duplicate-address", LinkFaults.DUPLICATE, Expects.STAYS),
        control(
            "duplicate-address",
            LinkFaults.DUPLICATE,
            "the defence of the address",
            Settings.with("--announce-defend=off")),
        control("parted", LinkFaults.PARTED, "the arbiter", Settings.DEFAULT));
  }

  private static List<FaultRow> machines() {
    return List.of(
        row("starved", MachineFaults.STARVED, Expects.STAYS),
        row("starved-server-killed", MachineFaults.STARVED_WITH_SERVER, Expects.TAKEOVER),
        row("clock-forward", ClockFaults.FORWARD, Expects.STAYS, Settings.OWN_CLOCKS),
        row("clock-back", ClockFaults.BACK, Expects.STAYS, Settings.OWN_CLOCKS),
        row("clock-of-other", ClockFaults.OTHERS_FORWARD, Expects.STAYS, Settings.OWN_CLOCKS),
        row("clocks-apart", ClockFaults.APART, Expects.TAKEOVER, Settings.OWN_CLOCKS),
        row("disk-full", MachineFaults.DISK_FULL, Expects.STAYS, Settings.SMALL_DISK),
        row("backup-disk-full", MachineFaults.BACKUP_DISK_FULL, Expects.STAYS, Settings.SMALL_DISK),
        row(
            "journal-unwritable",
            MachineFaults.JOURNAL_UNWRITABLE,
            Expects.STAYS,
            Settings.SMALL_DISK),
        row(
            "backup-journal-unwritable",
            MachineFaults.BACKUP_JOURNAL_UNWRITABLE,
            Expects.STAYS,
            Settings.SMALL_DISK));
  }

  private static List<FaultRow> arbiters() {
    return List.of(
        file("node-stopped-file", ProcessFaults.NODE_STOPPED, Expects.TAKEOVER),
        file("server-stopped-file", ProcessFaults.SERVER_STOPPED, Expects.TAKEOVER),
        file("netctl-stopped-file", ProcessFaults.NETCTL_STOPPED, Expects.TAKEOVER),
        file("cut-off-file", LinkFaults.CUT_OFF, Expects.TAKEOVER),
        file("parted-file", LinkFaults.PARTED, Expects.TAKEOVER),
        etcd("server-killed-etcd", ProcessFaults.SERVER_KILLED, Expects.TAKEOVER),
        etcd("node-stopped-etcd", ProcessFaults.NODE_STOPPED, Expects.TAKEOVER),
        etcd("parted-etcd", LinkFaults.PARTED, Expects.TAKEOVER),
        etcd("arbiter-killed", ArbiterFaults.KILLED, Expects.STAYS),
        etcd("arbiter-stopped", ArbiterFaults.STOPPED, Expects.STAYS),
        etcd("arbiter-slow", ArbiterFaults.SLOW, Expects.STAYS),
        etcd("arbiter-and-server-killed", ArbiterFaults.KILLED_WITH_SERVER, Expects.TAKEOVER),
        etcd("arbiter-restarted", ArbiterFaults.RESTARTED_WITH_SERVER, Expects.TAKEOVER),
        etcd("arbiter-slow-server-killed", ArbiterFaults.STOPPED_WITH_SERVER, Expects.TAKEOVER));
  }
}
