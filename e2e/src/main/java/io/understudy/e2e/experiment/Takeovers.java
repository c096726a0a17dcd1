package io.understudy.e2e.experiment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.understudy.e2e.report.DataFiles;
import io.understudy.e2e.report.Findings;
import io.understudy.e2e.report.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Repeats case (iii) with short calls, in turns on all JDKs, and lists for how long nobody spoke:
 * SIGKILL to the first SIP datagram of the new node, by the sniffer on the switch.
 */
final class Takeovers {
  private static final double BAR_MILLIS = 50;
  private static final int PORT = 5060;
  private static final int RATE = 20;
  private static final int RAMP_SECONDS = 4;
  private static final int KILL_AFTER_SECONDS = 8;
  private static final int LATER_SECONDS = 1;
  private static final int RING_MILLIS = 500;
  private static final int TALK_MILLIS = 1_000;

  private final Workshop workshop;
  private final Progress progress;

  Takeovers(Workshop workshop, Progress progress) {
    this.workshop = workshop;
    this.progress = progress;
  }

  /** Makes so many takeovers; true if each came about and half of them below the bar. */
  boolean run(int count) throws IOException {
    Setup setup = new Setup(workshop.alg(), PORT, workshop.agentJar());
    Path runs = workshop.output().resolve("takeovers");
    Measurement measurement = new LabMeasurement(setup, workshop.jdks(), runs);
    List<Integer> jdks = List.copyOf(workshop.jdks().keySet());
    List<RunResult> results = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      Series series = new Series(Availability.ACTIVE, true, jdks.get((i - 1) % jdks.size()));
      RunResult result = measurement.measure(series, load(), i, 1);
      results.add(result);
      progress.say(
          "takeover %d of %d, JDK %d: %s"
              .formatted(i, count, series.jdk(), Experiment.summary(result)));
      write(results);
    }
    System.out.print(text(results));
    System.out.println("written: " + workshop.output().resolve("takeovers.{csv,json}"));
    return met(results);
  }

  private Load load() {
    return new Load(
        workshop.callerScenario(),
        workshop.calleeScenario(),
        PORT,
        RATE,
        0,
        RAMP_SECONDS,
        KILL_AFTER_SECONDS,
        LATER_SECONDS,
        RING_MILLIS,
        TALK_MILLIS);
  }

  private void write(List<RunResult> results) throws IOException {
    Files.createDirectories(workshop.output());
    DataFiles.writeCsv(new Findings(results), workshop.output().resolve("takeovers.csv"));
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(workshop.output().resolve("takeovers.json").toFile(), values(results));
  }

  static boolean met(List<RunResult> results) {
    return gaps(results).stream().allMatch(gap -> gap >= 0)
        && Spread.median(gaps(results)) < BAR_MILLIS;
  }

  static Map<String, Object> values(List<RunResult> results) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("takeovers", results.size());
    values.put("median_gap_ms", Spread.median(gaps(results)));
    values.put("bar_ms", BAR_MILLIS);
    values.put("met", met(results));
    byJdk(results)
        .forEach((jdk, of) -> values.put("gaps_ms_jdk" + jdk, gaps(of).stream().sorted().toList()));
    values.put("runs", results);
    return values;
  }

  static String text(List<RunResult> results) {
    StringBuilder text = new StringBuilder("SIGKILL to the first SIP datagram of the new node:\n");
    byJdk(results).forEach((jdk, of) -> text.append(line("JDK " + jdk, gaps(of))));
    int lost = results.stream().mapToInt(RunResult::lost).sum();
    int cohort = results.stream().mapToInt(RunResult::cohort).sum();
    return text.append(line("all", gaps(results)))
        .append("%d of %d calls open at a kill were lost%n".formatted(lost, cohort))
        .toString();
  }

  private static String line(String title, List<Double> gaps) {
    return "%-7s %2d takeovers, median %.1f ms, all: %s%n"
        .formatted(
            title,
            gaps.size(),
            Spread.median(gaps),
            gaps.stream()
                .sorted()
                .map(gap -> gap < 0 ? "none" : String.format(Locale.ROOT, "%.1f", gap))
                .collect(Collectors.joining(" ")));
  }

  private static Map<Integer, List<RunResult>> byJdk(List<RunResult> results) {
    return results.stream()
        .collect(
            Collectors.groupingBy(
                result -> result.series().jdk(), LinkedHashMap::new, Collectors.toList()));
  }

  private static List<Double> gaps(List<RunResult> results) {
    return results.stream().map(RunResult::gapMillis).toList();
  }
}
