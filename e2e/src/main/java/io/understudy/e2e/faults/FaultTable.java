package io.understudy.e2e.faults;

import io.understudy.e2e.report.Spread;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The matrix as a table in Markdown, and all values below it. */
final class FaultTable {
  private FaultTable() {}

  static String of(List<FaultResult> results, List<FaultRow> rows) {
    StringBuilder text =
        new StringBuilder(
            """
            | row | what fails | arbiter | taken away | expected | commit | JDK | calls/s | runs | as expected \
            | other node speaks after, ms: least, median, 95 %, most | open calls lost | later calls \
            lost | datagrams of both |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
            """);
    StringBuilder values = new StringBuilder("\n");
    for (FaultRow row : rows) {
      results.stream()
          .filter(each -> each.row().equals(row.name()))
          .collect(
              Collectors.groupingBy(
                  each -> each.commit() + " | " + each.jdk() + " | " + each.rate()))
          .forEach((build, of) -> line(row, build, of, text, values));
    }
    return text.append(values).toString();
  }

  private static void line(
      FaultRow row, String build, List<FaultResult> of, StringBuilder text, StringBuilder values) {
    List<Double> gaps =
        of.stream().map(FaultResult::gapMillis).filter(gap -> gap >= 0).sorted().toList();
    text.append(
        "| `%s` | %s | %s | %s | %s | %s | %d | %d | %s | %d of %d | %d of %d | %d |%n"
            .formatted(
                row.name(),
                row.fault().title(),
                row.settings().arbiter().name().toLowerCase(Locale.ROOT),
                row.without(),
                row.expects().name().toLowerCase(Locale.ROOT),
                build,
                of.size(),
                of.stream().filter(FaultResult::met).count(),
                spread(gaps),
                of.stream().mapToInt(FaultResult::lost).filter(n -> n > 0).sum(),
                of.stream().mapToInt(FaultResult::cohort).sum(),
                of.stream().mapToInt(FaultResult::lostLater).filter(n -> n > 0).sum(),
                of.stream().mapToInt(FaultResult::later).sum(),
                of.stream().mapToInt(FaultResult::both).sum()));
    if (!gaps.isEmpty()) {
      values.append("- `%s`, %s: %s%n".formatted(row.name(), build, all(gaps)));
    }
  }

  private static String spread(List<Double> sorted) {
    if (sorted.isEmpty()) {
      return "never";
    }
    double high = sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    return String.format(
        Locale.ROOT,
        "%.1f, %.1f, %.1f, %.1f (%d runs)",
        sorted.get(0),
        Spread.median(sorted),
        high,
        sorted.get(sorted.size() - 1),
        sorted.size());
  }

  private static String all(List<Double> sorted) {
    return sorted.stream()
        .map(gap -> String.format(Locale.ROOT, "%.1f", gap))
        .collect(Collectors.joining(" "));
  }
}
