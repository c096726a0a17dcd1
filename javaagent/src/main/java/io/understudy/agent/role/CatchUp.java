package io.understudy.agent.role;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How far a new backup is on its way through the log, for the operator. One thread notes, any may
 * read.
 */
final class CatchUp {
  private static final long SAY_EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** An estimate rests on what was done in this time. */
  private static final long SAMPLE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private long sampleNanos;
  private long sampleLeft;
  private long saidNanos;
  private boolean started;
  private double bytesPerSecond;
  private volatile String text = "";

  /** A backup begins anew. */
  void restart() {
    started = false;
    bytesPerSecond = 0;
    text = "";
  }

  /** Empty if nothing was noted. */
  String text() {
    return text;
  }

  /**
   * Notes a progress.
   *
   * @param executed log position up to which the backup has executed
   * @param end log position behind the last record there is
   * @param now {@link System#nanoTime}
   * @return whether it is time to print {@link #text} again
   */
  boolean note(long executed, long end, long now) {
    long left = Math.max(0, end - executed);
    if (!started) {
      started = true;
      sampleNanos = now;
      saidNanos = now;
      sampleLeft = left;
    } else if (now - sampleNanos >= SAMPLE_NANOS) {
      bytesPerSecond =
          (sampleLeft - left) / ((now - sampleNanos) / (double) TimeUnit.SECONDS.toNanos(1));
      sampleNanos = now;
      sampleLeft = left;
    }
    text =
        String.format(
            Locale.ROOT,
            "executed %d of %d bytes of log, %d left, %s",
            executed,
            end,
            left,
            estimate(left));
    boolean say = now - saidNanos >= SAY_EVERY_NANOS;
    if (say) {
      saidNanos = now;
    }
    return say;
  }

  private String estimate(long left) {
    if (bytesPerSecond > 0) {
      return String.format(Locale.ROOT, "about %.0f s", Math.ceil(left / bytesPerSecond));
    }
    return bytesPerSecond < 0 ? "falling behind: the log grows faster" : "no estimate yet";
  }
}
