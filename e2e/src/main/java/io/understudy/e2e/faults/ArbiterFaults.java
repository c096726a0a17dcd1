package io.understudy.e2e.faults;

/** An etcd that dies, stands still, or is slow. */
final class ArbiterFaults {
  static final Fault KILLED =
      Fault.passing(
          "kill -9 of the arbiter, started again after 3 s",
          3_000,
          pair -> pair.arbiter().kill(),
          (pair, node) -> pair.arbiter().start());
  static final Fault KILLED_WITH_SERVER =
      KILLED.withServerKilled(
          "kill -9 of arbiter and server; the arbiter is started again after 1 s", 1_000);
  static final Fault RESTARTED_WITH_SERVER =
      Fault.lasting(
          "the arbiter is killed and started again, and the server killed",
          pair -> {
            pair.arbiter().kill();
            pair.arbiter().start();
            pair.speaker.server.killJvm();
          });
  static final Fault STOPPED =
      Fault.passing(
          "SIGSTOP of the arbiter, SIGCONT after 3 s",
          3_000,
          pair -> pair.arbiter().pause(),
          (pair, node) -> pair.arbiter().resume());
  static final Fault SLOW =
      STOPPED.repeated("the arbiter stands still for 100 ms of each 200, for 3 s", 15, 100);
  static final Fault STOPPED_WITH_SERVER =
      STOPPED.withServerKilled("SIGSTOP of the arbiter for 300 ms, and kill -9 of the server", 300);

  private ArbiterFaults() {}
}
