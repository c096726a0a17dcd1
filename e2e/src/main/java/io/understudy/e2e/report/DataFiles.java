package io.understudy.e2e.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.understudy.e2e.experiment.RunResult;
import io.understudy.e2e.experiment.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The numbers behind the figure: CSV with a line for each run, JSON with everything. */
public final class DataFiles {
  private static final String HEAD =
      "case,retransmission,jdk,rate,repetition,attempt,void,finished_before,failed_before_kill,"
          + "cohort_setup,cohort_established,lost_setup,lost_established,later,lost_later,"
          + "lost_outside_gap,gap_ms,lag_at_kill_ms,records,divergences,two_speakers";

  private DataFiles() {}

  /** Writes one line for each run, void ones too. */
  public static void writeCsv(Findings findings, Path file) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEAD));
    for (RunResult run : findings.results()) {
      Series series = run.series();
      List<Object> cells =
          List.of(
              series.availability().number(),
              series.retransmission(),
              series.jdk(),
              run.rate(),
              run.repetition(),
              run.attempt(),
              run.isVoid(),
              run.finishedBefore(),
              run.failedBefore(),
              run.cohortSetup(),
              run.cohortEstablished(),
              run.lostSetup(),
              run.lostEstablished(),
              run.later(),
              run.lostLater(),
              run.lostOutsideGap(),
              run.gapMillis(),
              run.lagMillis(),
              run.records(),
              run.divergences(),
              run.twoSpeakers());
      lines.add(String.join(",", cells.stream().map(String::valueOf).toList()));
    }
    Files.write(file, lines);
  }

  /** Writes points, improvements, bars and runs. */
  public static void writeJson(Findings findings, Path file) throws IOException {
    Map<String, Object> root = new LinkedHashMap<>();
    List<Map<String, Object>> lines = new ArrayList<>();
    findings.lines().forEach((series, points) -> lines.add(line(findings, series, points)));
    root.put("series", lines);
    root.put("gaps_ms", findings.gaps());
    root.put("bars", new Bars(findings).all());
    root.put("met", new Bars(findings).met());
    root.put("runs", findings.results());
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), root);
  }

  private static Map<String, Object> line(Findings findings, Series series, List<Point> points) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", series.id());
    line.put("title", series.title());
    put(line, "improvement_percent_cohort", findings.improvement(series, RunResult::lossRatio));
    put(line, "improvement_percent_all", findings.improvement(series, RunResult::lossRatioOfAll));
    List<Map<String, Object>> list = new ArrayList<>();
    for (Point point : points) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("rate", point.rate());
      values.put("runs", point.runs().size());
      values.put("void", point.voids());
      values.put("cohort", point.sum(RunResult::cohort));
      values.put("lost", point.sum(RunResult::lost));
      values.put("loss_ratio", point.spread(RunResult::lossRatio).mean());
      values.put("loss_ratio_deviation", point.spread(RunResult::lossRatio).deviation());
      values.put("loss_ratio_all", point.spread(RunResult::lossRatioOfAll).mean());
      values.put("gap_ms_median", point.median(RunResult::gapMillis));
      list.add(values);
    }
    line.put("points", list);
    return line;
  }

  private static void put(Map<String, Object> map, String name, OptionalDouble value) {
    map.put(name, value.isPresent() ? value.getAsDouble() : null);
  }
}
