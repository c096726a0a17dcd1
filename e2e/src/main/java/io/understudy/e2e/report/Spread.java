package io.understudy.e2e.report;

import java.util.List;

/**
 * Mean and standard deviation of a few values.
 *
 * @param mean arithmetic mean; 0 of no values
 * @param deviation sample standard deviation; 0 of fewer than two values
 */
public record Spread(double mean, double deviation) {
  /** The spread of some values. */
  public static Spread of(List<Double> values) {
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    if (values.size() < 2) {
      return new Spread(mean, 0);
    }
    double squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    return new Spread(mean, Math.sqrt(squares / (values.size() - 1)));
  }

  /** The middle value, or the mean of the two middle ones; -1 of no values. */
  public static double median(List<Double> values) {
    if (values.isEmpty()) {
      return -1;
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
