package io.understudy.netctl;

import static io.understudy.netctl.lab.Lab.Node.ALPHA;
import static io.understudy.netctl.lab.Lab.Node.BETA;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.netctl.lab.Daemons;
import io.understudy.netctl.lab.Pair;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that lives and does not serve is given up for the backup of the other node. */
@Tag("once")
class HungServerIT {
  @ParameterizedTest
  @ValueSource(strings = {"none", "file:"})
  void aStoppedOneIsFollowedAtOnceAndEndsWhenItGoesOn(String arbiter) {
    try (Pair pair = new Pair(arbiter)) {
      pair.primary.signal("STOP");
      assertThat(pair.backup.next()).isEqualTo("promote 2");
      assertThat(pair.alpha.await(" given-up: ")).contains("nothing heard of it for 3");
      System.out.println(pair.beta.await(" takeover: "));
      pair.forget();
      pair.primary.signal("CONT");
      Pair.until(() -> pair.primary.tell("told").contains("fenced"), "it is told to end");
      assertThat(pair.speakers()).containsExactly("beta");
      assertThat(pair.alpha.await(" needless-failover: ")).contains("but it lives");
      assertThat(pair.status(ALPHA)).containsPattern("needless +1 failovers");
    }
  }

  @Test
  void oneThatAnswersNoOptions() {
    try (Pair pair =
        new Pair(
            "none",
            "--probe",
            "sip:10.77.0.100:5060",
            "--probe-every",
            "50ms",
            "--probe-silent-after",
            "500ms")) {
      pair.primary.tell("mute");
      assertThat(pair.backup.next()).isEqualTo("promote 2");
      assertThat(pair.alpha.await(" given-up: ")).contains("it has answered no OPTIONS for 5");
    }
  }

  @Test
  void oneWhoseDeviceHasNoCarrier() {
    try (Pair pair = new Pair(true, "none")) {
      pair.lab.inSwitch("ip link set v-alpha down");
      assertThat(pair.backup.next()).isEqualTo("promote 2");
      assertThat(pair.alpha.await(" given-up: ")).contains("eth0 has no carrier");
      assertThat(pair.beta.await("by way of 10.77.0.2:7701, but")).contains("alarm: path-silent");
      Pair.until(() -> pair.ask().startsWith("beta"), "beta answers");
    }
  }

  @Test
  void nothingChangesByItselfInMaintenanceAndAStuckTurnDoesAfterwards() {
    try (Pair pair = new Pair("none")) {
      assertThat(command("maintenance", "on", pair)).isZero();
      pair.primary.signal("STOP");
      pair.alpha.await("unwell: the server is kept (maintenance)");
      assertThat(pair.status(BETA)).doesNotContain("takeover:");
      pair.primary.signal("CONT");
      Pair.until(() -> pair.ask().startsWith("alpha"), "alpha answers again");
      assertThat(command("maintenance", "off", pair)).isZero();
      pair.primary.tell("stuck 2000");
      assertThat(pair.speakers()).containsExactly("alpha");
      pair.primary.tell("stuck 5000");
      assertThat(pair.backup.next()).isEqualTo("promote 2");
      assertThat(pair.alpha.await(" given-up: ")).contains("its turn has not moved for 5000 ms");
    }
  }

  private static int command(String name, String word, Pair pair) {
    return Daemons.command(pair.lab.socket(ALPHA), name, word).code();
  }
}
