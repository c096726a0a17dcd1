package io.understudy.e2e.faults;

import java.util.List;

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
    /** The speaker goes on, and the other node says nothing. */
    STAYS,
    /** The control: one of the two does not hold. */
    FAILS
  }

  /**
   * How both netctl are started.
   *
   * @param arbitrated by a file of both nodes
   * @param singlePath heartbeats on the replication network only
   * @param netctl further options
   */
  record Settings(boolean arbitrated, boolean singlePath, List<String> netctl) {
    static final Settings DEFAULT = new Settings(false, false, List.of());
    static final Settings FILE = new Settings(true, false, List.of());

    static Settings with(String... netctl) {
      return new Settings(false, false, List.of(netctl));
    }
  }

  boolean isControl() {
    return expects == Expects.FAILS;
  }

  private static FaultRow row(String name, Fault fault, Expects expects) {
    return new FaultRow(name, fault, expects, Settings.DEFAULT, "");
  }

  private static FaultRow file(String name, Fault fault, Expects expects) {
    return new FaultRow(name, fault, expects, Settings.FILE, "");
  }

  private static FaultRow control(String name, Fault fault, String without, Settings settings) {
    return new FaultRow(name + ".control", fault, Expects.FAILS, settings, without);
  }

  /** All rows, in the order in which they are played. */
  static List<FaultRow> all() {
    Settings deaf = Settings.with("--peer-silent-after=60s");
    Settings hasty = Settings.with("--agent-silent-after=120ms");
    Settings patient = Settings.with("--agent-silent-after=60s");
    return List.of(
        row("server-killed", Fault.SERVER_KILLED, Expects.TAKEOVER),
        row("node-stopped", Fault.NODE_STOPPED, Expects.TAKEOVER),
        control("node-stopped", Fault.NODE_STOPPED, "the deadline of 250 ms (60 s)", deaf),
        file("node-stopped-file", Fault.NODE_STOPPED, Expects.TAKEOVER),
        row("cut-off", Fault.CUT_OFF, Expects.TAKEOVER),
        file("cut-off-file", Fault.CUT_OFF, Expects.TAKEOVER),
        row("server-stopped", Fault.SERVER_STOPPED, Expects.TAKEOVER),
        control("server-stopped", Fault.SERVER_STOPPED, "agent.silent.after (60 s)", patient),
        file("server-stopped-file", Fault.SERVER_STOPPED, Expects.TAKEOVER),
        row("server-paused", Fault.SERVER_PAUSED, Expects.STAYS),
        control("server-paused", Fault.SERVER_PAUSED, "agent.silent.after (120 ms)", hasty),
        row("netctl-paused", Fault.NETCTL_PAUSED, Expects.STAYS),
        row("node-paused", Fault.NODE_PAUSED, Expects.STAYS),
        row("both-killed", Fault.BOTH_KILLED, Expects.TAKEOVER),
        row("netctl-killed", Fault.NETCTL_KILLED, Expects.STAYS),
        file("netctl-stopped-file", Fault.NETCTL_STOPPED, Expects.TAKEOVER),
        row("netctl-stopped", Fault.NETCTL_STOPPED, Expects.STAYS),
        row("service-down", Fault.SERVICE_DOWN, Expects.TAKEOVER),
        control(
            "service-down",
            Fault.SERVICE_DOWN,
            "the look at the carrier",
            Settings.with("--carrier=ignore")),
        row("replication-down", Fault.REPLICATION_DOWN, Expects.STAYS),
        control(
            "replication-down",
            Fault.REPLICATION_DOWN,
            "heartbeats on the service network",
            new Settings(false, true, List.of())),
        file("parted-file", Fault.PARTED, Expects.TAKEOVER),
        control("parted", Fault.PARTED, "the arbiter", Settings.DEFAULT),
        row("backup-killed", Fault.BACKUP_KILLED, Expects.STAYS),
        row("backup-node-stopped", Fault.BACKUP_NODE_STOPPED, Expects.STAYS));
  }
}
