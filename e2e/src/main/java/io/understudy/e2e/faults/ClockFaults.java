package io.understudy.e2e.faults;

import io.understudy.e2e.lab.WallClock;

/** Wall clocks that somebody sets, or a wrong time server. */
final class ClockFaults {
  private static final int LONG_MILLIS = 3_000;
  private static final int HOUR = 3_600;

  static final Fault FORWARD =
      Fault.passing(
          "the speaker's wall clock is set forward by an hour, and back after 3 s",
          LONG_MILLIS,
          pair -> set(pair.speaker, HOUR),
          (pair, node) -> set(node, 0));
  static final Fault BACK =
      Fault.passing(
          "the speaker's wall clock is set back by an hour, and forward after 3 s",
          LONG_MILLIS,
          pair -> set(pair.speaker, -HOUR),
          (pair, node) -> set(node, 0));
  static final Fault OTHERS_FORWARD =
      Fault.passing(
          "the other node's wall clock is set forward by an hour, and back after 3 s",
          LONG_MILLIS,
          pair -> set(pair.other, HOUR),
          (pair, node) -> set(pair.other, 0));
  static final Fault APART =
      Fault.passing(
          "the speaker's wall clock is an hour before the other's for 3 s; then its server is killed",
          LONG_MILLIS,
          pair -> set(pair.speaker, HOUR),
          (pair, node) -> {
            node.server.killJvm();
            WallClock.set(node.host, 0);
          });

  private ClockFaults() {}

  private static void set(FaultNode node, int seconds) {
    WallClock.require(node.server);
    WallClock.require(node.netctl.process());
    WallClock.set(node.host, seconds);
  }
}
