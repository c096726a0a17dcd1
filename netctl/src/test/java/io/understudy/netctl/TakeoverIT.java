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
import org.junit.jupiter.api.Test;

/** Two nodes and a caller: the address moves, and only one node ever speaks for it. */
class TakeoverIT {
  private static final String ASK = "ask " + Lab.VIP + " 5060";

  private final Lab lab = new Lab();

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void theBackupAnswersAfterTheKillOfThePrimarysProcess() {
    Daemons.Running alpha = lab.daemon(ALPHA);
    Daemons.Running beta = lab.daemon(BETA);
    Resident caller = lab.caller();
    Resident primary = lab.resident(ALPHA);
    Resident server = lab.resident(BETA);
    primary.tell("serve alpha 5060");
    server.tell("serve beta 5060");
    primary.tell("register " + lab.socket(ALPHA) + " AGENT_ROLE_PRIMARY");
    TestAgent backup = new TestAgent(lab.socket(BETA), AgentRole.AGENT_ROLE_BACKUP, 1);
    backup.next();
    assertThat(caller.tell(ASK)).isEqualTo("alpha from " + Lab.VIP);
    assertThat(caller.frames()).noneMatch(frame -> frame.startsWith(BETA.mac()));

    primary.close();
    alpha.await("agent-gone");
    caller.frames();
    backup.lost(PeerLostReason.PEER_LOST_LINK_END);
    assertThat(backup.next()).isEqualTo("promote 2");
    String takeover = beta.await(" takeover: ");

    assertThat(caller.tell(ASK)).isEqualTo("beta from " + Lab.VIP);
    List<String> frames = caller.frames();
    assertThat(frames).contains(BETA.mac() + " arp-reply", BETA.mac() + " arp-request");
    assertThat(frames).noneMatch(frame -> frame.startsWith(ALPHA.mac()));
    System.out.println(takeover);
  }

  @Test
  void aServerWithoutAnAgentIsMovedByHand() {
    lab.daemon(ALPHA);
    lab.daemon(BETA);
    Resident caller = lab.caller();
    lab.resident(ALPHA).tell("serve alpha 5060");
    lab.resident(BETA).tell("serve beta 5060");
    Daemons.command(lab.socket(ALPHA), "speak");
    assertThat(caller.tell(ASK)).startsWith("alpha");
    Daemons.command(lab.socket(ALPHA), "silence");
    assertThat(Daemons.command(lab.socket(BETA), "speak").code()).isZero();
    assertThat(caller.tell(ASK)).startsWith("beta");
  }

  @Test
  void heartbeatsHoldASecondSpeakerBack() {
    List<String> atAlpha = heartbeats(ALPHA, "10.77.0.2:7701", "10.77.0.3:7701");
    List<String> atBeta = heartbeats(BETA, "10.77.0.3:7701", "10.77.0.2:7701");
    Daemons.Running alpha = lab.netctl(ALPHA, List.of(), atAlpha);
    Daemons.Running beta = lab.netctl(BETA, List.of(), atBeta);
    alpha.await("ready");
    beta.await("ready");
    Daemons.command(lab.socket(ALPHA), "speak");
    awaitStatus("alpha at 10.77.0.2:7701, speaking");
    assertThat(Daemons.command(lab.socket(BETA), "speak").code())
        .isEqualTo(ExitCode.REFUSED.code());
    TestAgent primary = new TestAgent(lab.socket(BETA), AgentRole.AGENT_ROLE_PRIMARY, 1);
    assertThat(primary.next()).isEqualTo("welcome accepted=true speaking=false epoch=1");
    assertThat(Daemons.command(lab.socket(BETA), "speak", "--force").code()).isZero();
    beta.await("two-speakers");
    alpha.kill();
    beta.await("node-silent");
  }

  private List<String> heartbeats(Lab.Node node, String listen, String peer) {
    List<String> run = new java.util.ArrayList<>(lab.run(node));
    run.addAll(List.of("--listen", listen, "--peer", peer));
    return run;
  }

  private void awaitStatus(String text) {
    for (int i = 0; i < 100; i++) {
      if (Daemons.command(lab.socket(BETA), "status").out().contains(text)) {
        return;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError("never seen: " + text);
  }
}
