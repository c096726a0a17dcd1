package io.understudy.e2e.experiment;

import io.understudy.e2e.lab.LabException;
import io.understudy.e2e.lab.LabProcess;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting with a limit, in steps of a few milliseconds. */
public final class Await {
  private Await() {}

  /**
   * Waits for a condition that a process brings about. A condition that throws {@link LabException}
   * does not hold yet.
   *
   * @throws LabException if the process ends before, or the limit passes
   */
  public static void until(
      String what, Duration limit, LabProcess process, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!holds(condition)) {
      if (!process.isAlive()) {
        throw new LabException(process.name() + " ended before: " + what + ". " + process.tail());
      }
      if (System.nanoTime() - end > 0) {
        throw new LabException(
            "waited %d s in vain until %s. %s".formatted(limit.toSeconds(), what, process.tail()));
      }
      sleep(Duration.ofMillis(20));
    }
  }

  /** Sleeps; an interrupt is an error. */
  public static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted", e);
    }
  }

  private static boolean holds(BooleanSupplier condition) {
    try {
      return condition.getAsBoolean();
    } catch (LabException e) {
      return false;
    }
  }
}
