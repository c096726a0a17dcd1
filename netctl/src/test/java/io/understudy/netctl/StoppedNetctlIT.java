package io.understudy.netctl;

import static io.understudy.netctl.lab.Lab.Node.ALPHA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.protobuf.ByteString;
import io.understudy.link.message.AgentConsumed;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.ConsumedDatagram;
import io.understudy.netctl.lab.Daemons;
import io.understudy.netctl.lab.Lab;
import io.understudy.netctl.lab.TestAgent;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A netctl that is stopped, and takes nothing of what its agent writes. */
@Tag("once")
class StoppedNetctlIT {
  private static final int FRAMES = 1_000;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Test
  void doesNotKeepItsAgentFromClosing() throws InterruptedException {
    try (Lab lab = new Lab()) {
      Daemons.Running alpha = lab.daemon(ALPHA);
      TestAgent agent = new TestAgent(lab.socket(ALPHA), AgentRole.AGENT_ROLE_PRIMARY, 1);
      assertThat(agent.next()).startsWith("welcome");
      alpha.signal("STOP");
      AgentConsumed report =
          AgentConsumed.newBuilder()
              .addDatagram(
                  ConsumedDatagram.newBuilder().setSource(ByteString.copyFrom(new byte[4_000])))
              .build();
      Thread writer =
          new Thread(
              () -> {
                for (int i = 0; i < FRAMES; i++) {
                  agent.client().consumed(report);
                }
              });
      writer.setDaemon(true);
      writer.start();
      writer.join(1_000);
      assertThat(writer.isAlive()).as("it waits for room").isTrue();
      assertTimeoutPreemptively(LIMIT, agent::close);
      writer.join(LIMIT.toMillis());
      assertThat(writer.isAlive()).isFalse();
    }
  }
}
