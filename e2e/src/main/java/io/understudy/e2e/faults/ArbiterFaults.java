package io.understudy.e2e.faults;

import io.understudy.e2e.experiment.Await;
import java.time.Duration;

/** An etcd that dies, stands still, or is slow. */
final class ArbiterFaults {
  private static final Duration SLOW_STEP = Duration.ofMillis(100);

  static final Fault KILLED =
      Fault.passing(
          "kill -9 of the arbiter, started again after 3 s",
          3_000,
          pair -> pair.arbiter().kill(),
          (pair, node) -> pair.arbiter().start());
  static final Fault KILLED_WITH_SERVER =
      KILLED
          .lasting("", 1_000)
          .thenServerKilled(
              "kill -9 of arbiter and server; the arbiter is started again after 1 s");
  static final Fault RESTARTED_WITH_SERVER =
      Fault.lasting(
              "",
              pair -> {
                pair.arbiter().kill();
                pair.arbiter().start();
              })
          .thenServerKilled("the arbiter is killed and started again, and the server killed");
  static final Fault STOPPED =
      Fault.passing(
          "SIGSTOP of the arbiter, SIGCONT after 3 s",
          3_000,
          pair -> pair.arbiter().pause(),
          (pair, node) -> pair.arbiter().resume());
  static final Fault SLOW =
      Fault.lasting(
          "the arbiter stands still for 100 ms of each 200, for 3 s",
          pair -> {
            for (int i = 0; i < 15; i++) {
              pair.arbiter().pause();
              Await.sleep(SLOW_STEP);
              pair.arbiter().resume();
              Await.sleep(SLOW_STEP);
            }
          });
  static final Fault STOPPED_WITH_SERVER =
      STOPPED
          .lasting("", 300)
          .thenServerKilled("SIGSTOP of the arbiter for 300 ms, and kill -9 of the server");

  private ArbiterFaults() {}
}
