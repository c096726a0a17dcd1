package io.understudy.e2e.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.understudy.e2e.experiment.Availability;
import io.understudy.e2e.experiment.Results;
import io.understudy.e2e.experiment.RunResult;
import io.understudy.e2e.experiment.Series;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final Series NONE = new Series(Availability.NONE, false, 17);
  private static final Series ADDRESS = new Series(Availability.ADDRESS, true, 17);
  private static final Series ACTIVE = new Series(Availability.ACTIVE, true, 17);
  private static final Series ACTIVE_SILENT = new Series(Availability.ACTIVE, false, 17);

  private static List<RunResult> runs() {
    List<RunResult> runs = new ArrayList<>();
    for (int repetition = 1; repetition <= 3; repetition++) {
      for (int rate : List.of(10, 20)) {
        runs.add(Results.run(NONE, rate, repetition, 40, 60, -1));
        runs.add(Results.run(ADDRESS, rate, repetition, 30, 58, 12));
        runs.add(Results.run(ACTIVE_SILENT, rate, repetition, 1, repetition - 1, 8));
        runs.add(Results.run(ACTIVE, rate, repetition, 0, 0, 7 + repetition));
      }
    }
    runs.add(Results.voidRun(ACTIVE, 20, 3, 2));
    return runs;
  }

  @Test
  void meansAndDeviatesOverTheRunsOfAPoint() {
    Point point = new Findings(runs()).lines().get(ACTIVE_SILENT).get(0);

    Spread loss = point.spread(RunResult::lossRatio);

    assertThat(loss.mean()).isCloseTo(0.02, within(1e-9));
    assertThat(loss.deviation()).isCloseTo(0.01, within(1e-9));
    assertThat(point.sum(RunResult::cohort)).isEqualTo(300);
  }

  @Test
  void countsVoidRunsForNothingElse() {
    Point point = new Findings(runs()).lines().get(ACTIVE).get(1);

    assertThat(point.voids()).isEqualTo(1);
    assertThat(point.runs()).hasSize(3);
  }

  @Test
  void improvesOnCaseOneByTheMeanOverTheRates() {
    Findings findings = new Findings(runs());

    assertThat(findings.improvement(ACTIVE_SILENT, RunResult::lossRatio).orElseThrow())
        .isCloseTo(98, within(1e-9));
    assertThat(findings.improvement(ADDRESS, RunResult::lossRatio).orElseThrow())
        .isCloseTo(12, within(1e-9));
    assertThat(new Findings(List.of(runs().get(3))).improvement(ACTIVE, RunResult::lossRatio))
        .isEmpty();
  }

  @Test
  void meetsTheBarsOnlyWithoutALostCall() {
    List<RunResult> runs = runs();
    assertThat(new Bars(new Findings(runs)).met()).isTrue();

    runs.add(Results.run(ACTIVE, 10, 4, 1, 0, 9));
    assertThat(new Bars(new Findings(runs)).met()).isFalse();
  }

  @Test
  void missesTheBarIfNobodySpeaksAgain() {
    List<RunResult> runs = runs();
    runs.add(Results.run(ACTIVE, 10, 4, 0, 0, -1));

    assertThat(new Bars(new Findings(runs)).met()).isFalse();
  }

  @Test
  void missesTheBarIfTheControlKeepsItsCalls() {
    List<RunResult> runs = runs();
    runs.add(Results.run(ADDRESS, 10, 4, 0, 0, 9));

    assertThat(new Bars(new Findings(runs)).met()).isFalse();
  }

  @Test
  void provesNothingWithoutRuns() {
    assertThat(new Bars(new Findings(List.of())).met()).isFalse();
  }

  @Test
  void printsATableInAlignedAscii() {
    String text = new TextReport(new Findings(runs())).text();

    assertThat(text).matches("[\\n\\x20-\\x7e]*");
    assertThat(text)
        .contains("(iii) active replication, clients retransmit, JDK 17")
        .containsPattern("\\n +10 +3 +0 +300 +3/120 +3/180 +2\\.0 +0/60 +8\\.0 +1\\.5\\n")
        .contains("better than (i) by 98.00 %")
        .contains("MET     (iii), clients retransmit: 0 calls of the cohort lost; 0 of 600 lost");
  }
}
