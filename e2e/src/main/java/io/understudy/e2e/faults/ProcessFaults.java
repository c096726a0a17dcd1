package io.understudy.e2e.faults;

import io.understudy.e2e.experiment.Await;
import java.time.Duration;

/** Processes that die, or stand still. */
final class ProcessFaults {
  private static final int LONG_MILLIS = 3_000;
  private static final int PAUSE_MILLIS = 200;

  /** A JVM that is this old is about to join, or has just begun to. */
  private static final Duration JOINING = Duration.ofMillis(1_200);

  static final Fault SERVER_KILLED =
      Fault.lasting("kill -9 of the server", pair -> pair.speaker.server.killJvm());
  static final Fault NETCTL_KILLED =
      Fault.passing(
          "kill -9 of netctl, started again after 100 ms",
          100,
          pair -> pair.speaker.netctl.process().killJvm(),
          FaultPair::startNetctl);
  static final Fault BOTH_KILLED =
      Fault.lasting(
          "kill -9 of server and netctl",
          pair -> {
            pair.speaker.netctl.process().killJvm();
            pair.speaker.server.killJvm();
          });
  static final Fault ALL_KILLED =
      Fault.lasting(
          "kill -9 of everything on both nodes, which start again at the same time",
          pair -> {
            pair.other.netctl.process().killJvm();
            pair.other.server.killJvm();
            pair.speaker.netctl.process().killJvm();
            pair.speaker.server.killJvm();
          });

  static final Fault SERVER_STOPPED =
      Fault.passing(
          "SIGSTOP of the server, SIGCONT after 3 s",
          LONG_MILLIS,
          pair -> pair.speaker.server.pause(),
          (pair, node) -> node.server.resume());
  static final Fault NETCTL_STOPPED =
      Fault.passing(
          "SIGSTOP of netctl, SIGCONT after 3 s",
          LONG_MILLIS,
          pair -> pair.speaker.netctl.process().pause(),
          (pair, node) -> node.netctl.process().resume());
  static final Fault NODE_STOPPED =
      Fault.passing(
          "SIGSTOP of server and netctl, SIGCONT after 3 s",
          LONG_MILLIS,
          pair -> pair.speaker.pause(),
          (pair, node) -> node.resume());

  static final Fault SERVER_PAUSED =
      SERVER_STOPPED.forMillis("SIGSTOP of the server for 200 ms", PAUSE_MILLIS);
  static final Fault NETCTL_PAUSED =
      NETCTL_STOPPED.forMillis("SIGSTOP of netctl for 200 ms", PAUSE_MILLIS);
  static final Fault NODE_PAUSED =
      NODE_STOPPED.forMillis("SIGSTOP of server and netctl for 200 ms", PAUSE_MILLIS);

  static final Fault BACKUP_KILLED =
      Fault.lasting("kill -9 of the backup", pair -> pair.other.server.killJvm());
  static final Fault BACKUP_STOPPED =
      Fault.passing(
          "SIGSTOP of the backup's server and netctl, SIGCONT after 3 s",
          LONG_MILLIS,
          pair -> pair.other.pause(),
          (pair, node) -> pair.other.resume());
  static final Fault BACKUP_SLOW =
      Fault.passing(
              "SIGSTOP of the backup's server, SIGCONT after 3 s",
              LONG_MILLIS,
              pair -> pair.other.server.pause(),
              (pair, node) -> pair.other.server.resume())
          .repeated("the backup's server gets half of the time for 3 s: 20 ms of each 40", 75, 20);

  static final Fault JOINING_KILLED =
      Fault.lasting(
          "kill -9 of the backup, and again of the new one while it joins",
          pair -> {
            rejoin(pair);
            pair.other.server.killJvm();
          });
  static final Fault ONLY_COPY_KILLED =
      Fault.lasting(
          "kill -9 of the backup, and of the speaker while the new one joins",
          pair -> {
            rejoin(pair);
            pair.speaker.server.killJvm();
          });

  private ProcessFaults() {}

  private static void rejoin(FaultPair pair) {
    pair.other.server.kill();
    pair.launch(pair.other);
    Await.sleep(JOINING);
  }
}
