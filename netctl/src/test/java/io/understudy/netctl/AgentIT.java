package io.understudy.netctl;

import static io.understudy.netctl.lab.Daemons.command;
import static io.understudy.netctl.lab.Lab.Node.ALPHA;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.link.message.AgentDivergence;
import io.understudy.link.message.AgentProtection;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.AgentState;
import io.understudy.link.message.PeerLostReason;
import io.understudy.link.message.StepTiming;
import io.understudy.netctl.lab.Daemons;
import io.understudy.netctl.lab.Lab;
import io.understudy.netctl.lab.TestAgent;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a daemon does for its agent, and refuses to do. */
class AgentIT {
  private final Lab lab = new Lab();
  private Daemons.Running daemon;

  @BeforeEach
  void start() {
    daemon = lab.daemon(ALPHA);
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void aPrimarySpeaksFromItsRegistrationUntilItsProcessEnds() {
    TestAgent primary = agent(AgentRole.AGENT_ROLE_PRIMARY, 1);
    assertThat(primary.next()).isEqualTo("welcome accepted=true speaking=true epoch=1");
    assertThat(liveSet()).contains("\"eth0\"");
    assertThat(command(lab.socket(ALPHA), "takeover").code()).isZero();
    assertThat(status()).as("nobody to promote: no new epoch").containsPattern("epoch +1\\b");
    primary.close();
    daemon.await("agent-gone");
    assertThat(liveSet()).doesNotContain("\"eth0\"");
    assertThat(status()).contains("no-agent");
  }

  @Test
  void aBackupIsPromotedIntoTheNextEpochWhenItsPrimaryDies() {
    TestAgent backup = agent(AgentRole.AGENT_ROLE_BACKUP, 3);
    assertThat(backup.next()).isEqualTo("welcome accepted=true speaking=false epoch=3");
    backup.lost(PeerLostReason.PEER_LOST_LINK_END);
    assertThat(backup.next()).isEqualTo("promote 4");
    assertThat(liveSet()).as("open before the agent is told").contains("\"eth0\"");
    backup
        .client()
        .promoted(
            4, 1000, List.of(StepTiming.newBuilder().setStep("replayed").setMicros(700).build()));
    assertThat(daemon.await(" live: ")).contains("epoch 4 from position 1000 [replayed 0.70 ms]");
    assertThat(status()).contains("OPEN").contains("primary 'echo'");
    System.out.println(daemon.await(" takeover: "));
  }

  @Test
  void aDivergedBackupIsNeverPromoted() {
    TestAgent backup = agent(AgentRole.AGENT_ROLE_BACKUP, 1);
    backup.next();
    backup.state(AgentProtection.AGENT_DIVERGED);
    backup.lost(PeerLostReason.PEER_LOST_LINK_END);
    daemon.await("no-takeover");
    Daemons.Result byHand = command(lab.socket(ALPHA), "takeover", "--force");
    assertThat(byHand.code()).isEqualTo(ExitCode.REFUSED.code());
    assertThat(byHand.err()).contains("has diverged and is never promoted");
    assertThat(liveSet()).doesNotContain("\"eth0\"");
    assertThat(status()).contains("DIVERGED");
  }

  @Test
  void aBackupThatIsBehindIsPromotedByForceOnly() {
    TestAgent backup = agent(AgentRole.AGENT_ROLE_BACKUP, 1);
    backup.next();
    backup.state(AgentProtection.AGENT_CATCHING_UP);
    backup.lost(PeerLostReason.PEER_LOST_LINK_END);
    assertThat(daemon.await("no-takeover")).contains("had not caught up");
    assertThat(liveSet()).doesNotContain("\"eth0\"");
    assertThat(command(lab.socket(ALPHA), "takeover").err()).contains("had not caught up");
    assertThat(command(lab.socket(ALPHA), "takeover", "--force").code()).isZero();
    assertThat(backup.next()).isEqualTo("promote 2");
  }

  @Test
  void aDivergenceIsAnEventAndStaysInTheStatus() {
    TestAgent primary = agent(AgentRole.AGENT_ROLE_PRIMARY, 1);
    primary.next();
    primary
        .client()
        .state(
            AgentState.newBuilder()
                .setRole(AgentRole.AGENT_ROLE_PRIMARY)
                .setProtection(AgentProtection.AGENT_UNPROTECTED)
                .setDivergence(
                    AgentDivergence.newBuilder()
                        .setPosition(4783)
                        .setThread("#1 \"main\"")
                        .setExpected("NANOS")
                        .setGot("OUTPUT")
                        .setBackupSite("Server.answer(Server.java:41)"))
                .build());
    assertThat(daemon.await(" diverged: "))
        .contains("the backup of primary 'echo'", "position 4783", "was to do: NANOS")
        .contains("the log holds: OUTPUT", "backup's code: Server.answer(Server.java:41)");
    primary.close();
    daemon.await("agent-gone");
    assertThat(command(lab.socket(ALPHA), "status", "--json").out())
        .contains("\"divergence\": {")
        .containsPattern("\"position\": \"?4783");
  }

  @Test
  void aSilentPeerIsAnAlarmAndNoMore() {
    TestAgent backup = agent(AgentRole.AGENT_ROLE_BACKUP, 1);
    backup.next();
    backup.lost(PeerLostReason.PEER_LOST_SILENT);
    daemon.await("peer-silent");
    assertThat(status()).contains("ALARM").contains("peer-silent").contains("shut");
    assertThat(command(lab.socket(ALPHA), "speak").err()).contains("use 'netctl takeover'");
    assertThat(command(lab.socket(ALPHA), "takeover").code()).isZero();
    assertThat(backup.next()).isEqualTo("promote 2");
  }

  @Test
  void aKilledDaemonComesBackAsItWasAndTheAgentFindsIt() {
    String addresses = "ip -o -4 addr show dev eth0";
    String routes = "ip route";
    TestAgent primary = agent(AgentRole.AGENT_ROLE_PRIMARY, 1);
    primary.next();
    String address = lab.in(ALPHA, addresses);
    String route = lab.in(ALPHA, routes);
    daemon.kill();
    assertThat(primary.next()).isEqualTo("disconnected");
    daemon = lab.daemon(ALPHA);
    assertThat(primary.next()).isEqualTo("welcome accepted=true speaking=true epoch=1");
    assertThat(liveSet()).contains("\"eth0\"");
    assertThat(lab.in(ALPHA, addresses)).isEqualTo(address);
    assertThat(lab.in(ALPHA, routes)).isEqualTo(route);
    assertThat(command(lab.socket(ALPHA), "silence").code()).isZero();
    assertThat(primary.next()).isEqualTo("silenced");
  }

  @Test
  void anOrderlyStopLeavesTheNodeSilentAndItsRoutesAsTheyWere() {
    agent(AgentRole.AGENT_ROLE_PRIMARY, 1).next();
    daemon.close();
    assertThat(lab.in(ALPHA, "ip -o -4 addr show dev eth0")).doesNotContain(Lab.VIP);
    assertThat(lab.in(ALPHA, "ip route")).doesNotContain(Lab.VIP).contains("src 10.77.0.2");
    assertThat(liveSet()).doesNotContain("\"eth0\"");
    assertThat(lab.socket(ALPHA)).doesNotExist();
  }

  private TestAgent agent(AgentRole role, long epoch) {
    return new TestAgent(lab.socket(ALPHA), role, epoch);
  }

  private String liveSet() {
    return lab.in(ALPHA, "nft list set netdev understudy live");
  }

  private String status() {
    return command(lab.socket(ALPHA), "status").out();
  }
}
