package io.understudy.e2e.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * All rounds of a server on a JDK.
 *
 * @param fingerprint identifies build and machine
 * @param server name of the server
 * @param jdk feature release
 * @param rate calls per second
 * @param rounds the rounds
 */
record BenchReport(String fingerprint, String server, int jdk, int rate, List<Round> rounds) {
  /** The report with more rounds. */
  BenchReport with(List<Round> more) {
    List<Round> all = new ArrayList<>(rounds);
    all.addAll(more);
    return new BenchReport(fingerprint, server, jdk, rate, all);
  }

  /** Number of the next session. */
  int nextSession() {
    return rounds.stream().mapToInt(Round::session).max().orElse(0) + 1;
  }

  /** Ratios of a treatment to the bare server; a round with failed calls does not count. */
  Median ratio(Treatment treatment) {
    return Median.of(sound().stream().map(round -> round.ratio(treatment)).toList());
  }

  private List<Round> sound() {
    return rounds.stream().filter(round -> round.failed() == 0).toList();
  }

  /** Rows of a table in Markdown, and the values behind them. */
  String markdown() {
    List<Round> sound = sound();
    StringBuilder text = new StringBuilder();
    if (sound.isEmpty()) {
      return "no round without a failed call\n";
    }
    for (Treatment treatment : List.of(Treatment.RECORD, Treatment.PAIR)) {
      Median ratio = ratio(treatment);
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %s | %d/s | %d of %d | %.2f | %.2f | %.3f | %.3f … %.3f | %.1f %% |%n",
              server,
              jdk,
              treatment.name().toLowerCase(Locale.ROOT),
              rate,
              sound.size(),
              rounds.size(),
              millis(sound, Treatment.BARE),
              millis(sound, treatment),
              ratio.value(),
              ratio.low(),
              ratio.high(),
              100 * ratio.confidence()));
    }
    return text.toString();
  }

  /** The table's head. */
  static String head() {
    return "| server | JDK | role | rate | rounds | bare, ms/call | protected, ms/call | median ratio"
        + " | interval | confidence |\n|---|---|---|---|---|---|---|---|---|---|\n";
  }

  /** Every ratio, by treatment. */
  Map<String, List<Double>> ratios() {
    Map<String, List<Double>> all = new TreeMap<>();
    for (Treatment treatment : List.of(Treatment.RECORD, Treatment.PAIR)) {
      all.put(
          treatment.name().toLowerCase(Locale.ROOT),
          sound().stream().map(round -> round.ratio(treatment)).toList());
    }
    return all;
  }

  private static double millis(List<Round> rounds, Treatment treatment) {
    return Median.of(rounds.stream().map(round -> round.millisPerCall().get(treatment)).toList())
        .value();
  }
}
