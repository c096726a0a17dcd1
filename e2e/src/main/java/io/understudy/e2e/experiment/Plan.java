package io.understudy.e2e.experiment;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Which runs an experiment is made of.
 *
 * @param series the lines of the figure
 * @param repetitions runs at each rate
 * @param load the calls at a rate
 */
public record Plan(List<Series> series, int repetitions, IntFunction<Load> load) {
  /** The rates as shares of half the knee. */
  private static final List<Double> SHARES = List.of(0.25, 0.5, 0.75, 1.0);

  /** A void run is made again so often. */
  public static final int MAX_ATTEMPTS = 3;

  /** All series of the experiment on a JDK. */
  public static List<Series> allCases(int jdk) {
    return List.of(
        new Series(Availability.NONE, false, jdk),
        new Series(Availability.ADDRESS, false, jdk),
        new Series(Availability.ACTIVE, false, jdk),
        new Series(Availability.SHADOW, false, jdk),
        new Series(Availability.ADDRESS, true, jdk),
        new Series(Availability.ACTIVE, true, jdk));
  }

  /** Each case once, and active replication with and without retransmission: three minutes. */
  public static List<Series> quickCases(int jdk) {
    Series twice = new Series(Availability.ADDRESS, false, jdk);
    return allCases(jdk).stream().filter(series -> !series.equals(twice)).toList();
  }

  /** The series of a further JDK: those that must lose no call. */
  public static List<Series> activeCases(int jdk) {
    return List.of(
        new Series(Availability.SHADOW, false, jdk), new Series(Availability.ACTIVE, true, jdk));
  }

  /** Some of them, the highest too: a further JDK is shown at these, within the demo's hour. */
  public static List<Integer> everySecond(List<Integer> rates) {
    return IntStream.range(0, rates.size())
        .filter(i -> (rates.size() - i) % 2 == 1)
        .mapToObj(rates::get)
        .toList();
  }

  /** Four call rates up to half the knee, all different. */
  public static List<Integer> ratesUpToHalf(int knee) {
    return SHARES.stream()
        .map(share -> Math.max(1, (int) Math.floor(share * knee / 2)))
        .distinct()
        .toList();
  }
}
