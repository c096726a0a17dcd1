package io.understudy.netctl;

import static io.understudy.netctl.lab.Lab.Node.ALPHA;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.netctl.lab.Daemons;
import io.understudy.netctl.lab.Lab;
import io.understudy.netctl.lab.Pair;
import io.understudy.netctl.lab.Resident;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate is open by a lease of the kernel's: who cannot run falls silent. */
@Tag("once")
class LeaseIT {
  private static final String ASK = "ask " + Lab.VIP + " 5060";

  private final Lab lab = new Lab();

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void aStoppedNetctlFallsSilentAndSpeaksAgainWhenItGoesOn() {
    Daemons.Running alpha = lab.daemon(ALPHA);
    Resident caller = speaking();
    alpha.signal("STOP");
    awaitSilence();
    assertThat(caller.tell(ASK)).isEqualTo("no answer");
    alpha.signal("CONT");
    assertThat(alpha.await("lease-lapsed")).contains("did not come round");
    Pair.until(() -> caller.tell(ASK).startsWith("alpha"), "alpha answers again");
    assertThat(status()).contains("leases ran out").doesNotContain("ALARM");
  }

  @Test
  void aKilledNetctlFallsSilent() {
    Daemons.Running alpha = lab.daemon(ALPHA);
    Resident caller = speaking();
    alpha.kill();
    awaitSilence();
    assertThat(caller.tell(ASK)).isEqualTo("no answer");
  }

  @Test
  void aStoppedServerIsNotSpokenFor() {
    Daemons.Running alpha = lab.daemon(ALPHA);
    Resident primary = lab.resident(ALPHA);
    primary.tell("serve alpha 5060");
    primary.tell("register " + lab.socket(ALPHA) + " AGENT_ROLE_PRIMARY");
    Resident caller = lab.caller();
    Pair.until(() -> caller.tell(ASK).startsWith("alpha"), "alpha answers");
    assertThat(status()).containsPattern("OPEN: .*lease left [1-9]");
    primary.signal("STOP");
    assertThat(alpha.await("lease-withheld")).contains("nothing heard of primary");
    awaitSilence();
    primary.signal("CONT");
    Pair.until(() -> caller.tell(ASK).startsWith("alpha"), "alpha answers again");
  }

  /** The control beside it is a renewal that does not compare: that one leaks. */
  @ParameterizedTest
  @ValueSource(strings = {"comparing", "blindly"})
  void aLeaseThatHasRunOutIsNotRenewed(String how) {
    lab.in(ALPHA, "ip addr add " + Lab.VIP + "/32 dev eth0");
    lab.in(ALPHA, "ip route change 10.77.0.0/24 dev eth0 src " + Lab.VIP);
    lab.in(ALPHA, "ip neigh replace " + Lab.CALLER + " lladdr " + Lab.CALLER_MAC + " dev eth0");
    Resident caller = lab.caller();
    Resident zombie = lab.resident(ALPHA);
    zombie.tell("serve alpha 5060");
    zombie.tell("lease eth0 " + Lab.VIP + "/32 " + how);
    zombie.tell("chatter " + Lab.CALLER + " 9999");
    Pair.until(() -> !caller.frames().isEmpty(), "it speaks");
    zombie.signal("STOP");
    awaitSilence();
    caller.frames();
    zombie.signal("CONT");
    assertThat(Integer.parseInt(zombie.tell("received"))).as("it runs").isNotNegative();
    caller.tell(ASK);
    assertThat(caller.frames().isEmpty()).isEqualTo(!how.equals("blindly"));
  }

  private Resident speaking() {
    Resident server = lab.resident(ALPHA);
    server.tell("serve alpha 5060");
    Resident caller = lab.caller();
    assertThat(Daemons.command(lab.socket(ALPHA), "speak").code()).isZero();
    Pair.until(() -> caller.tell(ASK).startsWith("alpha"), "alpha answers");
    return caller;
  }

  private void awaitSilence() {
    Pair.until(
        () -> !lab.in(ALPHA, "nft list set netdev understudy live").contains("elements"),
        "the lease ends");
  }

  private String status() {
    return Daemons.command(lab.socket(ALPHA), "status").out();
  }
}
