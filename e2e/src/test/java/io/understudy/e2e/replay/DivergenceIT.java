package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One primitive of each class; {@link DivergenceSoakIT} has all. */
class DivergenceIT extends Divergences {
  private static final int LEAST = 35;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Contention",
        "WaitNotify",
        "Parking",
        "Locks",
        "Queues",
        "Pools",
        "Fences",
        "Publishers",
        "TransferQueues",
        "Deques",
        "Pipes"
      })
  void anotherSeedIsReported(String program) throws InterruptedException {
    isReported(program);
  }

  @Test
  void mostProgramsHaveASeed() {
    assertThat(seeded()).hasSizeGreaterThan(LEAST);
  }
}
