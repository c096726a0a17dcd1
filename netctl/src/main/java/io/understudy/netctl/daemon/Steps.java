package io.understudy.netctl.daemon;

import io.understudy.link.message.StepTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Times of the steps of one operation, in µs from its start. One thread. */
final class Steps {
  private static final double MICROS_PER_MILLI = 1000.0;

  private final long startNanos = System.nanoTime();
  private final List<StepTiming> timings = new ArrayList<>();

  void done(String step) {
    add(step, micros());
  }

  /** Steps of somebody else, who began at {@code from}. */
  void done(List<StepTiming> others, long from) {
    others.forEach(step -> add(step.getStep(), from + step.getMicros()));
  }

  /** Now. */
  long micros() {
    return (System.nanoTime() - startNanos) / 1000;
  }

  private void add(String step, long micros) {
    timings.add(StepTiming.newBuilder().setStep(step).setMicros(micros).build());
  }

  List<StepTiming> timings() {
    return List.copyOf(timings);
  }

  /** For example {@code gate open 0.05 ms, announced 0.21 ms}. */
  static String text(List<StepTiming> timings) {
    return timings.stream()
        .map(
            timing ->
                String.format(
                    Locale.ROOT,
                    "%s %.2f ms",
                    timing.getStep(),
                    timing.getMicros() / MICROS_PER_MILLI))
        .collect(Collectors.joining(", "));
  }
}
