package io.understudy.e2e.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.e2e.experiment.DemoProcess;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Half an hour of calls through the protected B2BUA: no call fails, nothing diverges, and heap,
 * descriptors and lag of both nodes stay flat. The system property {@code understudy.minutes}
 * shortens it.
 */
@Tag("soak")
class B2buaSoakIT {
  private static final int RATE = 20;

  @Test
  void nothingGrowsAndNothingDiverges() throws IOException, InterruptedException {
    String minutes = System.getProperty("understudy.minutes", "30");
    DemoProcess.Result result =
        DemoProcess.run(
            EnduranceCommand.class, "--minutes", minutes, "--rate", "" + RATE, "--fresh");

    System.out.println(result.output());
    assertThat(result.exit()).as(result.output()).isZero();
  }
}
