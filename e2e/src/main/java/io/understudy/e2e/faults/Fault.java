package io.understudy.e2e.faults;

import java.util.List;

/** What fails, as the lab makes it fail from outside. */
enum Fault {
  SERVER_KILLED("kill -9 of the server") {
    @Override
    void begin(FaultPair pair) {
      pair.speaker.server.killJvm();
    }
  },
  NETCTL_KILLED("kill -9 of netctl, started again after 100 ms") {
    @Override
    void begin(FaultPair pair) {
      pair.speaker.netctl.process().killJvm();
    }

    @Override
    int lastsMillis() {
      return 100;
    }

    @Override
    void end(FaultPair pair, FaultNode node) {
      pair.startNetctl(node);
    }
  },
  BOTH_KILLED("kill -9 of server and netctl") {
    @Override
    void begin(FaultPair pair) {
      pair.speaker.netctl.process().killJvm();
      pair.speaker.server.killJvm();
    }
  },
  SERVER_STOPPED("SIGSTOP of the server, SIGCONT after 3 s") {
    @Override
    void begin(FaultPair pair) {
      pair.speaker.server.pause();
    }

    @Override
    int lastsMillis() {
      return 3_000;
    }

    @Override
    void end(FaultPair pair, FaultNode node) {
      node.server.resume();
    }
  },
  NETCTL_STOPPED("SIGSTOP of netctl, SIGCONT after 3 s") {
    @Override
    void begin(FaultPair pair) {
      pair.speaker.netctl.process().pause();
    }

    @Override
    int lastsMillis() {
      return 3_000;
    }

    @Override
    void end(FaultPair pair, FaultNode node) {
      node.netctl.process().resume();
    }
  },
  NODE_STOPPED("SIGSTOP of server and netctl, SIGCONT after 3 s") {
    @Override
    void begin(FaultPair pair) {
      pair.speaker.netctl.process().pause();
      pair.speaker.server.pause();
    }

    @Override
    int lastsMillis() {
      return 3_000;
    }

    @Override
    void end(FaultPair pair, FaultNode node) {
      node.server.resume();
      node.netctl.process().resume();
    }
  },
  SERVER_PAUSED("SIGSTOP of the server for 200 ms") {
    @Override
    void begin(FaultPair pair) {
      pair.speaker.server.pause();
    }

    @Override
    int lastsMillis() {
      return 200;
    }

    @Override
    void end(FaultPair pair, FaultNode node) {
      node.server.resume();
    }
  },
  NETCTL_PAUSED("SIGSTOP of netctl for 200 ms") {
    @Override
    void begin(FaultPair pair) {
      pair.speaker.netctl.process().pause();
    }

    @Override
    int lastsMillis() {
      return 200;
    }

    @Override
    void end(FaultPair pair, FaultNode node) {
      node.netctl.process().resume();
    }
  },
  NODE_PAUSED("SIGSTOP of server and netctl for 200 ms") {
    @Override
    void begin(FaultPair pair) {
      NODE_STOPPED.begin(pair);
    }

    @Override
    int lastsMillis() {
      return 200;
    }

    @Override
    void end(FaultPair pair, FaultNode node) {
      NODE_STOPPED.end(pair, node);
    }
  },
  SERVICE_DOWN("service link of the speaker down for 3 s") {
    @Override
    void begin(FaultPair pair) {
      pair.service(pair.speaker, "down");
    }

    @Override
    int lastsMillis() {
      return 3_000;
    }

    @Override
    void end(FaultPair pair, FaultNode node) {
      pair.service(node, "up");
    }
  },
  REPLICATION_DOWN("replication link down for 3 s") {
    @Override
    void begin(FaultPair pair) {
      pair.replication("down");
    }

    @Override
    int lastsMillis() {
      return 3_000;
    }

    @Override
    void end(FaultPair pair, FaultNode node) {
      pair.replication("up");
    }
  },
  CUT_OFF("all links of the speaker cut for 3 s") {
    @Override
    void begin(FaultPair pair) {
      pair.service(pair.speaker, "nomaster");
      pair.replication("down");
    }

    @Override
    int lastsMillis() {
      return 3_000;
    }

    @Override
    void end(FaultPair pair, FaultNode node) {
      pair.replication("up");
      pair.service(node, "master br0");
    }
  },
  PARTED("all paths between the nodes cut for 3 s, the clients reach both") {
    @Override
    void begin(FaultPair pair) {
      for (FaultNode each : List.of(pair.speaker, pair.other)) {
        pair.service(each, "type bridge_slave isolated on");
      }
      pair.replication("down");
    }

    @Override
    int lastsMillis() {
      return 3_000;
    }

    @Override
    void end(FaultPair pair, FaultNode node) {
      pair.replication("up");
      for (FaultNode each : List.of(pair.speaker, pair.other)) {
        pair.service(each, "type bridge_slave isolated off");
      }
    }
  },
  BACKUP_KILLED("kill -9 of the backup") {
    @Override
    void begin(FaultPair pair) {
      pair.other.server.killJvm();
    }
  },
  BACKUP_NODE_STOPPED("SIGSTOP of the backup's server and netctl, SIGCONT after 3 s") {
    @Override
    void begin(FaultPair pair) {
      pair.other.netctl.process().pause();
      pair.other.server.pause();
    }

    @Override
    int lastsMillis() {
      return 3_000;
    }

    @Override
    void end(FaultPair pair, FaultNode node) {
      NODE_STOPPED.end(pair, pair.other);
    }
  };

  private final String title;

  Fault(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Makes it fail. The first call takes longer than later ones. */
  abstract void begin(FaultPair pair);

  /** How long it lasts; 0: what has failed stays so. */
  int lastsMillis() {
    return 0;
  }

  /**
   * Mends it.
   *
   * @param node the speaker of when it began
   */
  void end(FaultPair pair, FaultNode node) {}
}
