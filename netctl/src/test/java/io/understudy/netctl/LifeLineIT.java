package io.understudy.netctl;

import static io.understudy.netctl.lab.Lab.Node.ALPHA;
import static io.understudy.netctl.lab.Lab.Node.BETA;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.link.message.AgentRole;
import io.understudy.link.message.PeerLostReason;
import io.understudy.netctl.lab.Daemons;
import io.understudy.netctl.lab.Lab;
import io.understudy.netctl.lab.Resident;
import io.understudy.netctl.lab.TestAgent;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes that hear each other: death is told by the dying node, and nothing else is a death. */
class LifeLineIT {
  private static final String ASK = "ask " + Lab.VIP + " 5060";

  private final Lab lab = new Lab();
  private Daemons.Running alpha;
  private Daemons.Running beta;
  private Resident caller;
  private Resident primary;
  private Resident server;
  private TestAgent backup;

  @BeforeEach
  void start() {
    alpha = lab.paired(ALPHA);
    beta = lab.paired(BETA);
    caller = lab.caller();
    primary = lab.resident(ALPHA);
    server = lab.resident(BETA);
    primary.tell("serve alpha 5060");
    server.tell("serve beta 5060");
    primary.tell("register " + lab.socket(ALPHA) + " AGENT_ROLE_PRIMARY");
    backup = new TestAgent(lab.socket(BETA), AgentRole.AGENT_ROLE_BACKUP, 1);
    assertThat(backup.next()).startsWith("welcome accepted=true");
    assertThat(caller.tell(ASK)).isEqualTo("alpha from " + Lab.VIP);
    await(BETA, "alpha at 10.77.0.2:7701, speaking");
  }

  @AfterEach
  void stop() {
    backup.close();
    lab.close();
  }

  @Test
  void theDyingNodeFallsSilentFirstAndTellsTheOtherWhichTakesOver() {
    caller.frames();
    primary.close();
    assertThat(backup.next()).as("though its link has not ended").isEqualTo("promote 2");
    assertThat(alpha.await("agent-gone"))
        .contains("its life line ended")
        .contains("gate shut")
        .contains("other node told");
    assertThat(beta.await(" takeover: ")).contains("the other node's server has ended");
    assertThat(lab.in(ALPHA, "nft list set netdev understudy live")).doesNotContain("\"eth0\"");
    assertThat(caller.tell(ASK)).isEqualTo("beta from " + Lab.VIP);
    List<String> frames = caller.frames();
    assertThat(frames).contains(BETA.mac() + " arp-reply");
    assertThat(frames).noneMatch(frame -> frame.startsWith(ALPHA.mac()));
  }

  @Test
  void aLivingPrimaryIsNotTakenForDeadWhenTheLinkEnds() {
    caller.frames();
    backup.lost(PeerLostReason.PEER_LOST_LINK_END);
    assertThat(backup.next()).startsWith("held: ").contains("the primary dropped this backup");
    assertThat(status(BETA)).contains("peer-speaks").contains("start the backup again");
    assertThat(caller.tell(ASK)).isEqualTo("alpha from " + Lab.VIP);
    assertThat(caller.frames()).noneMatch(frame -> frame.startsWith(BETA.mac()));

    primary.close();
    assertThat(beta.await("no-takeover")).contains("was dropped before");
    assertThat(caller.tell(ASK)).as("nobody speaks with old state").isEqualTo("no answer");
    assertThat(Daemons.command(lab.socket(BETA), "takeover", "--force").code()).isZero();
    assertThat(backup.next()).isEqualTo("promote 2");
  }

  @Test
  void aBackupThatFollowsAgainMayTakeOverAgain() {
    backup.lost(PeerLostReason.PEER_LOST_DROPPED);
    beta.await("peer-speaks");
    backup.client().follows(1, 1000);
    beta.await(" follows: ");
    assertThat(status(BETA)).containsPattern("alarms +none");
    primary.close();
    assertThat(backup.next()).isEqualTo("promote 2");
  }

  @Test
  void aDeadHostSaysNothingAndIsTakenForDead() {
    alpha.kill();
    primary.close();
    backup.lost(PeerLostReason.PEER_LOST_LINK_END);
    assertThat(backup.next()).isEqualTo("promote 2");
    beta.await("node-silent");
  }

  private String status(Lab.Node node) {
    return Daemons.command(lab.socket(node), "status").out();
  }

  private void await(Lab.Node node, String text) {
    for (int i = 0; i < 100; i++) {
      if (status(node).contains(text)) {
        return;
      }
      pause(50);
    }
    throw new AssertionError("never seen: " + text);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
