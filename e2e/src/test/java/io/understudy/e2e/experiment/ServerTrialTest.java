package io.understudy.e2e.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerTrialTest {
  private static final Series ACTIVE = new Series(Availability.ACTIVE, true, 17);

  @Test
  void namesItsResultsAsPromised() {
    assertThat(ServerTrial.values(Results.run(ACTIVE, 20, 1, 1, 2, 6.5)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "active_at_kill", 100,
                "lost_total", 3,
                "lost_new", 0,
                "lost_setup", 1,
                "lost_established", 2,
                "failed_before_kill", 0,
                "gap_ms", 6.5,
                "lag_at_kill_ms", 1.5,
                "records", 1000L,
                "divergences", 0));
  }

  @Test
  void passesOnlyWholeRuns() {
    assertThat(ServerTrial.met(Results.run(ACTIVE, 20, 1, 0, 0, 6.5))).isTrue();
    assertThat(ServerTrial.met(Results.run(ACTIVE, 20, 1, 1, 0, 6.5))).isFalse();
    assertThat(ServerTrial.met(Results.run(ACTIVE, 20, 1, 0, 0, -1))).isFalse();
    assertThat(ServerTrial.met(Results.voidRun(ACTIVE, 20, 1, 1))).isFalse();
  }
}
