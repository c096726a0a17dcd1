package io.understudy.e2e.endurance;

import io.understudy.e2e.report.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether what should stay level does. Of the values after warm-up the median of the last third is
 * compared with that of the first third; it may be higher by a twentieth and the slack of its kind.
 * Medians do not mind single bursts, and a leak shows in all of the last third.
 */
final class Flatness {
  /** So many values after warm-up, or nothing can be said. */
  static final int LEAST_VALUES = 9;

  private static final double FACTOR = 1.05;

  private Flatness() {}

  /**
   * Names the series that rise, or are too short to tell.
   *
   * @param warmUp values to leave out at the beginning of each
   */
  static List<String> rising(Map<Vital, List<Double>> series, int warmUp) {
    List<String> rising = new ArrayList<>();
    for (Vital vital : Vital.values()) {
      String fault = fault(vital, series.getOrDefault(vital, List.of()), warmUp);
      if (!fault.isEmpty()) {
        rising.add(fault);
      }
    }
    return rising;
  }

  private static String fault(Vital vital, List<Double> values, int warmUp) {
    List<Double> after = values.subList(Math.min(warmUp, values.size()), values.size());
    if (after.size() < LEAST_VALUES) {
      return "%s: only %d values after warm-up, %d are needed"
          .formatted(vital.text(), after.size(), LEAST_VALUES);
    }
    int third = after.size() / 3;
    double first = Spread.median(after.subList(0, third));
    double last = Spread.median(after.subList(after.size() - third, after.size()));
    double most = first * FACTOR + vital.slack();
    return last <= most
        ? ""
        : String.format(Locale.ROOT, "%s rises from %.1f to %.1f", vital.text(), first, last);
  }
}
