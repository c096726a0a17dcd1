package io.understudy.e2e.report;

import io.understudy.e2e.experiment.Availability;
import io.understudy.e2e.experiment.RunResult;
import io.understudy.e2e.experiment.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The runs, sorted into series and points, and what follows from them. */
public final class Findings {
  private final Map<Series, List<Point>> lines = new LinkedHashMap<>();
  private final List<RunResult> results;

  /** Findings of runs in any order; void ones are only counted. */
  public Findings(List<RunResult> results) {
    this.results = List.copyOf(results);
    List<Series> all =
        results.stream()
            .map(RunResult::series)
            .distinct()
            .sorted(
                Comparator.comparing(Series::jdk)
                    .thenComparing(Series::retransmission)
                    .thenComparing(Series::availability))
            .toList();
    for (Series series : all) {
      List<Point> points = points(series);
      if (!points.isEmpty()) {
        lines.put(series, points);
      }
    }
  }

  private List<Point> points(Series series) {
    List<RunResult> own = results.stream().filter(run -> run.series().equals(series)).toList();
    List<Point> points = new ArrayList<>();
    for (int rate : own.stream().mapToInt(RunResult::rate).distinct().sorted().toArray()) {
      List<RunResult> here = own.stream().filter(run -> run.rate() == rate).toList();
      List<RunResult> sound = here.stream().filter(run -> !run.isVoid()).toList();
      if (!sound.isEmpty()) {
        points.add(new Point(series, rate, sound, here.size() - sound.size()));
      }
    }
    return points;
  }

  /** The lines of the figure with their points by rising rate. */
  public Map<Series, List<Point>> lines() {
    return lines;
  }

  /** Every run, void ones too. */
  public List<RunResult> results() {
    return results;
  }

  /**
   * How much better a series is than case (i), as the paper gives it: the mean over all rates of
   * the share of case (i)'s loss ratio that it takes away.
   *
   * @param ratio the loss ratio meant
   * @return per cent; empty without case (i) at any of the series' rates
   */
  public OptionalDouble improvement(Series series, ToDoubleFunction<RunResult> ratio) {
    Map<Integer, Double> base = new LinkedHashMap<>();
    lines.forEach(
        (other, points) -> {
          if (other.availability() == Availability.NONE) {
            points.forEach(point -> base.put(point.rate(), point.spread(ratio).mean()));
          }
        });
    return lines.getOrDefault(series, List.of()).stream()
        .filter(point -> base.getOrDefault(point.rate(), 0.0) > 0)
        .mapToDouble(point -> 100 * (1 - point.spread(ratio).mean() / base.get(point.rate())))
        .average();
  }

  /** Times without a speaker in all sound takeovers of case (iii), sorted, in milliseconds. */
  public List<Double> gaps() {
    return active(run -> true).map(RunResult::gapMillis).filter(gap -> gap >= 0).sorted().toList();
  }

  /** Runs of cases (iii) and (iv). */
  Stream<RunResult> replicated() {
    return Stream.concat(sound(Availability.ACTIVE), sound(Availability.SHADOW));
  }

  Stream<RunResult> active(Predicate<RunResult> wanted) {
    return sound(Availability.ACTIVE).filter(wanted);
  }

  Stream<RunResult> sound(Availability availability) {
    return lines.values().stream()
        .flatMap(List::stream)
        .filter(point -> point.series().availability() == availability)
        .flatMap(point -> point.runs().stream());
  }
}
