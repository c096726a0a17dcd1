package io.understudy.netctl.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.link.commit.CommitGate;
import io.understudy.link.commit.GateMode;
import io.understudy.netctl.sim.Outputs;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The model's gate lets out what the product's does: the one is a restatement of the other. */
class OutputsTest {
  /** Of no socket: what is sent on it counts as left. */
  private static final int NOWHERE = 2_000;

  private final Random random = new Random(1);

  @Test
  void theModelsGateIsTheProducts() {
    for (int run = 0; run < 40; run++) {
      GateMode mode = random.nextBoolean() ? GateMode.HOLDING : GateMode.ALONE;
      try (CommitGate gate = new CommitGate(mode, 1 << 20, CommitGate.DEFAULT_FLOOR, e -> {})) {
        compare(gate, new Outputs(mode, true, position -> {}));
      }
    }
  }

  private void compare(CommitGate gate, Outputs model) {
    long end = 0;
    for (int step = 0; step < 60; step++) {
      long some = random.nextInt((int) end + 1);
      switch (random.nextInt(7)) {
        case 0 -> {
          gate.acknowledged(some);
          model.acknowledged(some);
        }
        case 1 -> {
          gate.released(some);
          model.released(some);
        }
        case 2 -> change(gate, model);
        default -> {
          end++;
          gate.submit(NOWHERE, new byte[1], null, end);
          model.submit(end);
        }
      }
      assertThat(gate.mode()).isEqualTo(model.mode());
      gate.awaitReleased(model.releasedPosition(), TimeUnit.SECONDS.toNanos(10));
      assertThat(gate.releasedPosition()).isEqualTo(model.releasedPosition());
    }
  }

  private void change(CommitGate gate, Outputs model) {
    if (gate.mode() == GateMode.HOLDING) {
      gate.promote();
      model.promote();
    } else if (random.nextBoolean()) {
      gate.commit();
      model.commit();
    } else {
      gate.alone();
      model.alone();
    }
  }
}
