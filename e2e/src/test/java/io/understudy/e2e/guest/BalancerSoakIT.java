package io.understudy.e2e.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.e2e.endurance.Vitals;
import io.understudy.e2e.experiment.Jdk;
import io.understudy.e2e.experiment.ReplicatedService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Half an hour of calls through the protected load balancer: no call fails, nothing diverges, and
 * heap, descriptors and lag of both nodes stay flat. The system property {@code understudy.minutes}
 * shortens it.
 */
@Tag("soak")
class BalancerSoakIT {
  private static final int RATE = 20;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  private Vitals vitals;
  private long endNanos;

  @Test
  void nothingGrowsAndNothingDiverges() throws IOException {
    Duration length = Duration.ofMinutes(Integer.getInteger("understudy.minutes", 30));
    int calls = (int) length.toSeconds() * RATE;

    new GuestPair(directory, RATE, calls).run(Guest.BALANCER, service -> lookAt(service, length));

    System.out.println(calls + " calls at " + RATE + " calls/s; " + vitals.values());
    assertThat(vitals.rising()).isEmpty();
  }

  /** Until the calls get fewer at the end. */
  private void lookAt(ReplicatedService service, Duration length) {
    if (vitals == null) {
      vitals = new Vitals(service, Jdk.ofThisJvm(), length);
      endNanos = System.nanoTime() + length.toNanos();
    }
    if (System.nanoTime() - endNanos < 0) {
      vitals.lookInTime();
    }
  }
}
