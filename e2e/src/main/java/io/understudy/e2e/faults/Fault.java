package io.understudy.e2e.faults;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What fails, as the lab makes it fail from outside. */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state, if not by their type
enum Fault {
  SERVER_KILLED("kill -9 of the server", pair -> pair.speaker.server.killJvm()),
  NETCTL_KILLED(
      "kill -9 of netctl, started again after 100 ms",
      100,
      pair -> pair.speaker.netctl.process().killJvm(),
      FaultPair::startNetctl),
  BOTH_KILLED(
      "kill -9 of server and netctl",
      pair -> {
        pair.speaker.netctl.process().killJvm();
        pair.speaker.server.killJvm();
      }),
  SERVER_STOPPED(
      "SIGSTOP of the server, SIGCONT after 3 s",
      3_000,
      pair -> pair.speaker.server.pause(),
      (pair, node) -> node.server.resume()),
  NETCTL_STOPPED(
      "SIGSTOP of netctl, SIGCONT after 3 s",
      3_000,
      pair -> pair.speaker.netctl.process().pause(),
      (pair, node) -> node.netctl.process().resume()),
  NODE_STOPPED(
      "SIGSTOP of server and netctl, SIGCONT after 3 s",
      3_000,
      pair -> pair.speaker.pause(),
      (pair, node) -> node.resume()),
  SERVER_PAUSED("SIGSTOP of the server for 200 ms", 200, SERVER_STOPPED.begin, SERVER_STOPPED.end),
  NETCTL_PAUSED("SIGSTOP of netctl for 200 ms", 200, NETCTL_STOPPED.begin, NETCTL_STOPPED.end),
  NODE_PAUSED("SIGSTOP of server and netctl for 200 ms", 200, NODE_STOPPED.begin, NODE_STOPPED.end),
  SERVICE_DOWN(
      "service link of the speaker down for 3 s",
      3_000,
      pair -> pair.service(pair.speaker, "down"),
      (pair, node) -> pair.service(node, "up")),
  REPLICATION_DOWN(
      "replication link down for 3 s",
      3_000,
      pair -> pair.replication("down"),
      (pair, node) -> pair.replication("up")),
  CUT_OFF(
      "all links of the speaker cut for 3 s",
      3_000,
      pair -> {
        pair.service(pair.speaker, "nomaster");
        pair.replication("down");
      },
      (pair, node) -> {
        pair.replication("up");
        pair.service(node, "master br0");
      }),
  PARTED(
      "all paths between the nodes cut for 3 s, the clients reach both",
      3_000,
      pair -> {
        isolate(pair, "on");
        pair.replication("down");
      },
      (pair, node) -> {
        pair.replication("up");
        isolate(pair, "off");
      }),
  BACKUP_KILLED("kill -9 of the backup", pair -> pair.other.server.killJvm()),
  BACKUP_NODE_STOPPED(
      "SIGSTOP of the backup's server and netctl, SIGCONT after 3 s",
      3_000,
      pair -> pair.other.pause(),
      (pair, node) -> pair.other.resume());

  private final String title;
  private final int lastsMillis;
  private final Consumer<FaultPair> begin;
  private final BiConsumer<FaultPair, FaultNode> end;

  Fault(
      String title,
      int lastsMillis,
      Consumer<FaultPair> begin,
      BiConsumer<FaultPair, FaultNode> end) {
    this.title = title;
    this.lastsMillis = lastsMillis;
    this.begin = begin;
    this.end = end;
  }

  /** Of what stays failed. */
  Fault(String title, Consumer<FaultPair> begin) {
    this(title, 0, begin, (pair, node) -> {});
  }

  String title() {
    return title;
  }

  /** Makes it fail. The first call takes longer than later ones. */
  void begin(FaultPair pair) {
    begin.accept(pair);
  }

  /** How long it lasts; 0: what has failed stays so. */
  int lastsMillis() {
    return lastsMillis;
  }

  /**
   * Mends it.
   *
   * @param node the speaker of when it began
   */
  void end(FaultPair pair, FaultNode node) {
    end.accept(pair, node);
  }

  /** The switch passes nothing between isolated ports. */
  private static void isolate(FaultPair pair, String onOrOff) {
    for (FaultNode each : List.of(pair.speaker, pair.other)) {
      pair.service(each, "type bridge_slave isolated " + onOrOff);
    }
  }
}
