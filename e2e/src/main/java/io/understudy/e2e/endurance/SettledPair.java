package io.understudy.e2e.endurance;

import io.understudy.e2e.experiment.Await;
import io.understudy.e2e.experiment.ReplicatedService;
import java.time.Duration;

/**
 * A pair whose load is over.
 *
 * @param whole the backup followed to the end, and the primary is still the one that began
 * @param divergences 1 if the backup found that it did not do what the primary did
 * @param position log position up to which both have written their journals
 */
public record SettledPair(boolean whole, int divergences, long position) {
  private static final Duration CATCH_UP = Duration.ofSeconds(20);

  /** Waits until the backup has executed all that the primary has logged up to now. */
  public static SettledPair of(ReplicatedService service) {
    long position = service.primaryState().getAppendedPosition();
    boolean whole = service.isProtected() && service.backup().isAlive();
    if (whole) {
      Await.until(
          "the backup has executed the log up to " + position,
          CATCH_UP,
          service.backup(),
          () -> service.backupState().getExecutedPosition() >= position);
      // the journals are written at least each 50 ms, the digests each second
      Await.sleep(Duration.ofMillis(1_500));
      whole = service.isProtected() && service.primaryState().getEpoch() == 1;
    }
    return new SettledPair(whole, service.hasDiverged() ? 1 : 0, position);
  }
}
