package io.understudy.netctl;

import static io.understudy.netctl.lab.Lab.Node.ALPHA;
import static io.understudy.netctl.lab.Lab.Node.BETA;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.link.message.AgentConsumed;
import io.understudy.link.message.AgentRole;
import io.understudy.netctl.lab.Daemons;
import io.understudy.netctl.lab.Lab;
import io.understudy.netctl.lab.Pair;
import io.understudy.netctl.lab.Resident;
import io.understudy.netctl.lab.TestAgent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two services on two nodes, each with addresses (IPv4 and IPv6), a netctl and a role of its own:
 * what happens to one leaves the other alone.
 */
@Tag("once")
class SeveralServicesIT {
  private static final String SECOND = "10.77.0.101";
  private static final String SHADOW = "--input-shadow=5s";
  private static final String SECOND_IPV6 = "fd77::101";

  /** The first speaks on alpha, the second on beta. */
  @Test
  void eachHasItsOwnRoleAndLeavesTheOtherAlone() {
    try (Pair first = new Pair("none")) {
      Lab lab = first.lab;
      Daemons.Running alpha = second(lab, ALPHA);
      Daemons.Running beta = second(lab, BETA);
      TestAgent primary = agent(lab, BETA, AgentRole.AGENT_ROLE_PRIMARY);
      try (TestAgent backup = agent(lab, ALPHA, AgentRole.AGENT_ROLE_BACKUP)) {
        beta.await(" speak: ");
        Pair.until(() -> status(lab, ALPHA).contains("speaking"), "the second's beta is heard");
        assertThat(lab.in(BETA, "nft list table netdev understudy_the-second")).contains(SECOND);
        assertThat(first.status(ALPHA)).contains("open");
        assertThat(first.speakers()).containsExactly("alpha");

        assertThat(backup.next()).startsWith("welcome");
        assertThat(primary.next()).startsWith("welcome");
        primary.close();
        assertThat(backup.next()).isEqualTo("promote 2");
        alpha.await("takeover: ");
        assertThat(first.speakers()).as("the first goes on").containsExactly("alpha");

        beta.close();
        assertThat(addresses(lab, BETA))
            .as("what the second netctl leaves")
            .contains(Lab.VIP)
            .doesNotContain(SECOND, SECOND_IPV6);
        Daemons.Running again = second(lab, BETA);
        assertThat(addresses(lab, BETA)).contains(Lab.VIP, SECOND, SECOND_IPV6);
        again.kill();
        assertThat(second(lab, BETA).said()).contains("ready");
        assertThat(addresses(lab, BETA)).contains(Lab.VIP, SECOND, SECOND_IPV6);
        assertThat(first.status(BETA)).contains("alpha at 10.77.0.2:7701, speaking");
      }
    }
  }

  @Test
  void twoForOneAddressAreRefused() {
    try (Pair first = new Pair("none")) {
      Daemons.Running wrong =
          first.lab.netctl(
              ALPHA, List.of(), options(first.lab, ALPHA, Lab.VIP + "/32", "--cluster=the-second"));
      assertThat(wrong.code()).isEqualTo(ExitCode.ALREADY_RUNNING.code());
      assertThat(wrong.said()).contains("has the address " + Lab.VIP + ", too");
      Daemons.Running same =
          first.lab.netctl(ALPHA, List.of(), options(first.lab, ALPHA, SECOND + "/32"));
      assertThat(same.code()).isEqualTo(ExitCode.ALREADY_RUNNING.code());
      assertThat(same.said()).contains("for a second service on this node, give it a 'cluster'");
      assertThat(first.speakers()).containsExactly("alpha");
    }
  }

  /** Both gates keep what comes for theirs on the loopback device, where both shadows look. */
  @Test
  void aShadowGivesNothingThatCameForAnotherService() {
    try (Pair first = new Pair("none", SHADOW)) {
      Lab lab = first.lab;
      lab.flood();
      Daemons.Running alpha = second(lab, ALPHA, SHADOW);
      Daemons.Running beta = second(lab, BETA, SHADOW);
      try (TestAgent speaker = agent(lab, ALPHA, AgentRole.AGENT_ROLE_PRIMARY)) {
        assertThat(speaker.next()).startsWith("welcome");
        alpha.await(" speak: ");
        Resident caller = lab.caller();
        caller.tell("series 5070 " + SECOND + " 5060 200 400");
        Pair.until(() -> !status(lab, BETA).contains(": 0 datagrams"), "the second keeps them");
        first.primary.close();
        assertThat(first.backup.next()).isEqualTo("promote 2");
        first.backup.client().consumed(AgentConsumed.newBuilder().addPort(5060).build());
        assertThat(first.beta.await(" shadow: ")).contains(" 0 of 0 datagrams that came");
        assertThat(beta.said()).doesNotContain("fault");
      }
    }
  }

  /** Heartbeats that come from another service are nobody's word. */
  @Test
  void theOtherServicesHeartbeatsAreNotTakenForThePeers() {
    try (Pair first = new Pair("none")) {
      Daemons.Running lost =
          first.lab.netctl(
              ALPHA,
              List.of(),
              options(
                  first.lab,
                  ALPHA,
                  SECOND + "/32",
                  "--cluster=the-second",
                  "--listen=10.77.0.2:7711",
                  "--peer=10.77.0.3:7701"));
      lost.await("ready");
      first.beta.await("alarm: stranger");
      assertThat(first.status(BETA)).contains("alpha at 10.77.0.2:7701, speaking");
    }
  }

  private static Daemons.Running second(Lab lab, Lab.Node node, String... more) {
    String own = node == ALPHA ? "10.77.0.2:7702" : "10.77.0.3:7702";
    String peer = node == ALPHA ? "10.77.0.3:7702" : "10.77.0.2:7702";
    List<String> options =
        options(
            lab,
            node,
            SECOND + "/32," + SECOND_IPV6 + "/128",
            "--cluster=the-second",
            "--listen=" + own,
            "--peer=" + peer);
    options.addAll(List.of(more));
    Daemons.Running daemon = lab.netctl(node, List.of(), options);
    daemon.await("ready");
    return daemon;
  }

  private static List<String> options(Lab lab, Lab.Node node, String vip, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "run",
                "--node=" + text(node),
                "--socket=" + socket(lab, node),
                "--device=eth0",
                "--vip=" + vip,
                "--arbiter=none"));
    all.addAll(List.of(more));
    return all;
  }

  private static String text(Lab.Node node) {
    return node.name().toLowerCase(Locale.ROOT);
  }

  private static Path socket(Lab lab, Lab.Node node) {
    return lab.file("second-" + text(node) + ".sock");
  }

  private static TestAgent agent(Lab lab, Lab.Node node, AgentRole role) {
    return new TestAgent(socket(lab, node), role, 1);
  }

  private static String status(Lab lab, Lab.Node node) {
    return Daemons.command(socket(lab, node), "status").out();
  }

  private static String addresses(Lab lab, Lab.Node node) {
    return lab.in(node, "ip addr show dev eth0");
  }
}
