package io.understudy.e2e.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
  @Test
  void takesFourRatesUpToHalfTheKnee() {
    assertThat(Plan.ratesUpToHalf(200)).containsExactly(25, 50, 75, 100);
    assertThat(Plan.ratesUpToHalf(12)).containsExactly(1, 3, 4, 6);
  }

  @Test
  void showsAFurtherJdkAtHalfOfTheRates() {
    assertThat(Plan.everySecond(List.of(25, 50, 75, 100))).containsExactly(50, 100);
    assertThat(Plan.everySecond(List.of(1, 2, 3))).containsExactly(1, 3);
  }

  @Test
  void hasFourCasesWithoutAndTwoWithRetransmission() {
    assertThat(Plan.allCases(17))
        .extracting(Series::id)
        .containsExactly(
            "i-nr-jdk17",
            "ii-nr-jdk17",
            "iii-nr-jdk17",
            "iv-nr-jdk17",
            "ii-rt-jdk17",
            "iii-rt-jdk17");
    assertThat(Plan.quickCases(17))
        .extracting(Series::id)
        .containsExactly(
            "i-nr-jdk17", "iii-nr-jdk17", "iv-nr-jdk17", "ii-rt-jdk17", "iii-rt-jdk17");
    assertThat(Plan.activeCases(25))
        .extracting(Series::id)
        .containsExactly("iv-nr-jdk25", "iii-rt-jdk25");
  }
}
