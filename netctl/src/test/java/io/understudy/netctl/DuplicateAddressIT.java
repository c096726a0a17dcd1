package io.understudy.netctl;

import static io.understudy.netctl.lab.Lab.Node.ALPHA;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.netctl.lab.Daemons;
import io.understudy.netctl.lab.Lab;
import io.understudy.netctl.lab.Pair;
import io.understudy.netctl.lab.Resident;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Another host on the network has the service's address. */
@Tag("once")
class DuplicateAddressIT {
  private static final String ALARM = " alarm: duplicate-address: ";
  private static final String OVER = " alarm-over: duplicate-address";
  private static final String IPV6 = "fd77::100";

  @Test
  void aClaimIsAnAlarmAndIsDefended() {
    try (Pair pair = new Pair("none")) {
      Resident stranger = pair.lab.stranger();
      pair.awaitNoAnnouncement();
      for (int claim = 0; claim < 3; claim++) {
        believeTheStranger(pair);
        assertThat(stranger.tell("inject eth0 " + Lab.VIP)).isEqualTo("left");
        Pair.until(() -> pair.ask().startsWith("alpha"), "the caller believes alpha again");
      }
      assertThat(pair.alpha.await(ALARM)).contains(Lab.VIP + " by " + Lab.STRANGER_MAC);
      assertThat(pair.beta.said()).as("of the silent node").doesNotContain(ALARM);
    }
  }

  /** The control. */
  @Test
  void withoutDefenceTheCallerIsLost() {
    try (Pair pair = new Pair("none", "--announce-defend=off")) {
      Resident stranger = pair.lab.stranger();
      pair.awaitNoAnnouncement();
      believeTheStranger(pair);
      assertThat(stranger.tell("inject eth0 " + Lab.VIP)).isEqualTo("left");
      for (int i = 0; i < 5; i++) {
        assertThat(pair.ask()).isEqualTo("no answer");
      }
      assertThat(pair.alpha.said()).doesNotContain(ALARM);
    }
  }

  /** While it was stopped the other node took over, and its announcements waited here. */
  @Test
  void aNodeThatWasStoppedTakesItsSuccessorForNoOther() {
    try (Pair pair = new Pair("file:")) {
      pair.alpha.signal("STOP");
      pair.beta.await(" takeover: ");
      Pair.until(() -> pair.ask().startsWith("beta"), "beta speaks");
      pair.awaitNoAnnouncement();
      pair.alpha.signal("CONT");
      pair.alpha.await(" deposed: ");
      Pair.until(() -> pair.status(ALPHA).contains("shut"), "alpha is silent");
      assertThat(pair.alpha.said() + pair.beta.said()).doesNotContain(ALARM);
    }
  }

  /** A claim may come while the caller keeps what it has; here it is sure to have heeded it. */
  private static void believeTheStranger(Pair pair) {
    pair.lab.inStranger("ip route replace blackhole " + Lab.VIP + "/32"); // whatever it forwards
    pair.lab.inSwitch(
        "ip neigh replace %s lladdr %s dev br0 nud reachable".formatted(Lab.VIP, Lab.STRANGER_MAC));
    assertThat(pair.ask()).isEqualTo("no answer");
  }

  /** A host that says nothing of itself is asked; both families. */
  @Test
  void aHostThatHasTheAddressAndSaysNothingIsFound() {
    try (Lab lab = new Lab()) {
      lab.stranger();
      Daemons.Running alpha =
          lab.netctl(
              ALPHA,
              List.of(),
              List.of(
                  "run",
                  "--node=alpha",
                  "--socket=" + lab.socket(ALPHA),
                  "--device=eth0",
                  "--vip=" + Lab.VIP + "/32," + IPV6 + "/128"));
      alpha.await("ready");
      lab.inStranger("ip addr add " + Lab.VIP + "/32 dev eth0");
      lab.inStranger("ip addr add " + IPV6 + "/128 dev eth0 nodad");
      assertThat(Daemons.command(lab.socket(ALPHA), "speak").code()).isZero();
      alpha.await(Lab.VIP + " by " + Lab.STRANGER_MAC);
      alpha.await("fd77:0:0:0:0:0:0:100 by " + Lab.STRANGER_MAC);
      assertThat(Daemons.command(lab.socket(ALPHA), "status").out()).contains("duplicate-address");

      lab.inStranger("ip addr del " + Lab.VIP + "/32 dev eth0");
      lab.inStranger("ip addr del " + IPV6 + "/128 dev eth0");
      alpha.await(OVER);
    }
  }
}
