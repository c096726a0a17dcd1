package io.understudy.netctl.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.netctl.config.HealthPlan;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HealthTest {
  private static final HealthPlan PLAN = HealthPlan.DEFAULT;
  private static final long WINDOW = PLAN.flapWindow().toNanos();

  private final Health health = new Health(PLAN);

  @Test
  void soManyChangesInTheWindowAreFlapping() {
    for (int i = 1; i < PLAN.flapLimit(); i++) {
      health.changed(i);
    }
    assertThat(health.flaps(10)).isFalse();
    health.changed(10);
    assertThat(health.flaps(10)).isTrue();
    assertThat(health.flaps(WINDOW + 1)).as("the first is just within").isTrue();
    assertThat(health.flaps(WINDOW + 2)).isFalse();
  }

  @Test
  void theCarrierCountsUnlessItIsIgnored() {
    boolean[] carrier = {false};
    health.watch(() -> carrier[0], null);
    health.look();
    assertThat(health.isUp()).isFalse();
    carrier[0] = true;
    health.look();
    assertThat(health.isUp()).isTrue();

    Health ignoring = new Health(ignoring());
    ignoring.watch(() -> false, null);
    ignoring.look();
    assertThat(ignoring.isUp()).isTrue();
  }

  private static HealthPlan ignoring() {
    return new HealthPlan(
        PLAN.stuckAfter(),
        null,
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        false,
        false,
        PLAN.preferredAfter(),
        PLAN.flapLimit(),
        PLAN.flapWindow());
  }
}
