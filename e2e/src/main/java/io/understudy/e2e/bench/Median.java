package io.understudy.e2e.bench;

import java.util.List;

/**
 * Median of a sample with an interval that holds the median of the population with at least 95 %
 * probability, whatever its distribution: two order statistics, by the binomial distribution.
 *
 * @param value the sample's median
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param confidence exact probability of the interval; below 0.95 only for fewer than six values,
 *     whose whole range is given then
 */
record Median(double value, double low, double high, double confidence) {
  private static final double WANTED = 0.95;

  static Median of(List<Double> sample) {
    if (sample.isEmpty()) {
      throw new IllegalArgumentException("no values, no median");
    }
    List<Double> sorted = sample.stream().sorted().toList();
    int n = sorted.size();
    double value = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    int rank = 1; // the rank-th smallest and the rank-th largest
    while (rank + 1 <= n / 2 && confidence(n, rank + 1) >= WANTED) {
      rank++;
    }
    return new Median(value, sorted.get(rank - 1), sorted.get(n - rank), confidence(n, rank));
  }

  /** Probability that the median lies between the rank-th smallest and the rank-th largest. */
  private static double confidence(int n, int rank) {
    double outside = 0;
    double term = Math.pow(0.5, n); // binomial probability of k = 0
    for (int k = 0; k < rank; k++) {
      outside += 2 * term;
      term *= (double) (n - k) / (k + 1);
    }
    return 1 - outside;
  }
}
