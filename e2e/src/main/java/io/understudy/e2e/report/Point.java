package io.understudy.e2e.report;

import io.understudy.e2e.experiment.RunResult;
import io.understudy.e2e.experiment.Series;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * All sound runs of a series at a rate: one point of the figure.
 *
 * @param series the line
 * @param rate calls per second
 * @param runs sound runs, at least one
 * @param voids void runs, which count for nothing else
 */
public record Point(Series series, int rate, List<RunResult> runs, int voids) {
  /** Adds up a count over the runs. */
  public int sum(ToIntFunction<RunResult> count) {
    return runs.stream().mapToInt(count).sum();
  }

  /** Mean and deviation of a ratio over the runs. */
  public Spread spread(ToDoubleFunction<RunResult> ratio) {
    return Spread.of(runs.stream().map(ratio::applyAsDouble).toList());
  }

  /** Median of a time over the runs that have it, in milliseconds; -1 if none has. */
  public double median(ToDoubleFunction<RunResult> millis) {
    return Spread.median(
        runs.stream().map(millis::applyAsDouble).filter(value -> value >= 0).toList());
  }
}
