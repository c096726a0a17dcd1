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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A node hands over, in order, to the one that is preferred once its backup has followed. */
@Tag("once")
class PreferredNodeIT {
  @Test
  void itGetsTheCallsOnceItsBackupHasFollowedForLongEnough() {
    try (Lab lab = new Lab()) {
      Daemons.Running alpha = lab.paired(ALPHA, "--preferred-after", "500ms");
      Daemons.Running beta = lab.paired(BETA, "--preferred", "yes");
      Resident primary = lab.resident(ALPHA);
      primary.tell("take 5060");
      assertThat(primary.tell("primary " + lab.socket(ALPHA))).isEqualTo("registered");
      try (TestAgent backup = new TestAgent(lab.socket(BETA), AgentRole.AGENT_ROLE_BACKUP, 1)) {
        backup.next();
        beta.await(" hears: ");
        backup.lost(PeerLostReason.PEER_LOST_FAREWELL);
        assertThat(backup.next()).isEqualTo("promote 2");
        assertThat(alpha.await(" preferred: ")).contains("the other node is preferred");
        alpha.await(" switchover: ");
      }
    }
  }
}
