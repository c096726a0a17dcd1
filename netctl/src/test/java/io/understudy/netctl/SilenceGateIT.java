package io.understudy.netctl;

import static io.understudy.netctl.lab.Daemons.command;
import static io.understudy.netctl.lab.Lab.Node.ALPHA;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.netctl.lab.Daemons;
import io.understudy.netctl.lab.Lab;
import io.understudy.netctl.lab.Resident;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The gate in a real kernel, judged by a sniffer on the switch. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("once")
class SilenceGateIT {
  private static final int PORT = 5060;
  private static final int ANNOUNCED_MILLIS = 600;

  private Lab lab;
  private Daemons.Running daemon;
  private Resident server;
  private Resident caller;
  private String foreign;

  @BeforeAll
  void start() {
    lab = new Lab();
    lab.in(ALPHA, "nft add table inet foreign && nft add chain inet foreign c");
    foreign = lab.in(ALPHA, "nft list table inet foreign");
    daemon = lab.daemon(ALPHA);
    server = lab.resident(ALPHA);
    server.tell("serve alpha " + PORT);
    caller = lab.caller();
  }

  @AfterAll
  void stop() {
    lab.close();
  }

  @BeforeEach
  void silent() {
    assertThat(command(lab.socket(ALPHA), "silence").code()).isZero();
    lab.inSwitch("ip neigh flush all");
    caller.frames();
  }

  @Test
  void nothingSpeaksForTheAddressWhileTheGateIsShut() {
    provoke();
    assertThat(server.tell("inject eth0 " + Lab.VIP)).isEqualTo("dropped");
    assertThat(caller.tell("ask " + Lab.VIP + " " + PORT)).isEqualTo("no answer");
    assertThat(caller.frames()).isEmpty();
  }

  @Test
  void anOpenGateLetsAllOfItPass() {
    assertThat(command(lab.socket(ALPHA), "speak").code()).isZero();
    provoke();
    assertThat(server.tell("inject eth0 " + Lab.VIP)).isEqualTo("left");
    assertThat(caller.tell("ask " + Lab.VIP + " " + PORT)).isEqualTo("alpha from " + Lab.VIP);
    assertThat(caller.frames()).contains(ALPHA.mac() + " ipv4-17", ALPHA.mac() + " arp-reply");
  }

  @Test
  void theAddressIsAnnouncedInBothFormsSevenTimesAndFiveAgain() throws InterruptedException {
    command(lab.socket(ALPHA), "speak");
    Thread.sleep(ANNOUNCED_MILLIS);
    List<String> frames = caller.frames();
    for (String form : List.of("arp-request", "arp-reply")) {
      // The bridge shows a broadcast of alpha on the cable of beta too.
      assertThat(frames).filteredOn((ALPHA.mac() + " " + form)::equals).hasSize(2 * 12);
    }
  }

  @Test
  void theServerHearsNothingWhileTheGateIsShut() {
    lab.inSwitch("ip neigh replace " + Lab.VIP + " lladdr " + ALPHA.mac() + " dev br0");
    int before = Integer.parseInt(server.tell("received"));
    assertThat(caller.tell("ask " + Lab.VIP + " " + PORT)).isEqualTo("no answer");
    assertThat(server.tell("received")).isEqualTo(String.valueOf(before));
    command(lab.socket(ALPHA), "speak");
    assertThat(caller.tell("ask " + Lab.VIP + " " + PORT)).startsWith("alpha");
    assertThat(server.tell("received"))
        .as("nothing from before the opening waited in the socket")
        .isEqualTo(String.valueOf(before + 1));
  }

  @Test
  void portsThatAreGoneAreNotGivenAwayByIcmp() {
    command(lab.socket(ALPHA), "speak");
    assertThat(caller.tell("ask " + Lab.VIP + " 5999")).isEqualTo("no answer");
    assertThat(caller.frames()).noneMatch(frame -> frame.contains("icmp"));
    assertThat(lab.in(ALPHA, "nft list chain netdev understudy spoken"))
        .as("the server's kernel did answer, and the gate dropped it")
        .containsPattern("icmp type .* counter packets [1-9]");
  }

  @Test
  void aTableThatSomebodyRemovedIsPutBack() {
    lab.in(ALPHA, "nft delete table netdev understudy");
    daemon.await("gate-repaired");
    assertThat(lab.in(ALPHA, "nft list table netdev understudy")).contains("set live");
    assertThat(command(lab.socket(ALPHA), "status").out()).contains("shut: silent and deaf");
  }

  @Test
  void rulesOfOthersAreLeftAlone() {
    assertThat(lab.in(ALPHA, "nft list table inet foreign")).isEqualTo(foreign);
  }

  /** A datagram that the server sends unasked, from its wildcard socket. */
  private void provoke() {
    lab.in(ALPHA, "ip neigh replace " + Lab.CALLER + " lladdr " + Lab.CALLER_MAC + " dev eth0");
    server.tell("send " + Lab.CALLER + " 9999");
  }
}
