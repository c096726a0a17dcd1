package io.understudy.e2e.report;

import io.understudy.e2e.experiment.RunResult;
import io.understudy.e2e.experiment.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The table for the terminal, in plain ASCII. */
public final class TextReport {
  private static final List<String> HEAD =
      List.of(
          "calls/s",
          "runs",
          "void",
          "cohort",
          "lost set-up",
          "lost estab.",
          "loss %",
          "later lost",
          "silent ms",
          "lag ms");

  private final Findings findings;

  /** A report of some findings. */
  public TextReport(Findings findings) {
    this.findings = findings;
  }

  /** The whole report. */
  public String text() {
    StringBuilder text = new StringBuilder();
    findings
        .lines()
        .forEach(
            (series, points) -> {
              text.append('\n').append(series.title()).append('\n');
              text.append(table(points));
            });
    text.append(
        "\ncohort: calls open at the kill. silent: median time from SIGKILL to the first SIP\n");
    text.append(
        "datagram of the new node, by a sniffer on the switch. lag: median executed lag of\n");
    text.append("the backup at the kill.\n\n");
    improvements(text);
    gaps(text);
    for (Bars.Bar bar : new Bars(findings).all()) {
      text.append(bar.met() ? "MET     " : "MISSED  ").append(bar.text()).append('\n');
    }
    return text.toString();
  }

  private static String table(List<Point> points) {
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    for (Point point : points) {
      rows.add(row(point));
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        int width = Math.max(HEAD.get(i).length(), 11);
        text.append(" ".repeat(Math.max(1, width + 1 - row.get(i).length()))).append(row.get(i));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static List<String> row(Point point) {
    int setup = point.sum(RunResult::cohortSetup);
    int established = point.sum(RunResult::cohortEstablished);
    Spread loss = point.spread(RunResult::lossRatio);
    return List.of(
        Integer.toString(point.rate()),
        Integer.toString(point.runs().size()),
        Integer.toString(point.voids()),
        Integer.toString(setup + established),
        point.sum(RunResult::lostSetup) + "/" + setup,
        point.sum(RunResult::lostEstablished) + "/" + established,
        "%.1f".formatted(100 * loss.mean()),
        point.sum(RunResult::lostLater) + "/" + point.sum(RunResult::later),
        millis(point.median(RunResult::gapMillis)),
        millis(point.median(RunResult::lagMillis)));
  }

  private void improvements(StringBuilder text) {
    for (Series series : findings.lines().keySet()) {
      OptionalDouble all = findings.improvement(series, RunResult::lossRatioOfAll);
      OptionalDouble cohort = findings.improvement(series, RunResult::lossRatio);
      if (all.isEmpty() || cohort.isEmpty() || series.availability().number().equals("i")) {
        continue;
      }
      text.append(
          String.format(
              Locale.ROOT,
              "%s: loss ratio better than (i) by %.2f %% on average over the calls open at the"
                  + " kill, %.2f %% over those and the later ones together%n",
              series.title(),
              cohort.getAsDouble(),
              all.getAsDouble()));
    }
    text.append("(the paper: (ii) by 86.38 %, (iii) by 93.61 %)\n\n");
  }

  private void gaps(StringBuilder text) {
    List<Double> gaps = findings.gaps();
    if (!gaps.isEmpty()) {
      text.append("time without a speaker in all takeovers of (iii), ms: ");
      text.append(gaps.stream().map(TextReport::millis).collect(Collectors.joining(" ")));
      text.append("\n\n");
    }
  }

  private static String millis(double value) {
    return value < 0 ? "-" : String.format(Locale.ROOT, "%.1f", value);
  }
}
