package io.understudy.e2e.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TakeoversTest {
  @Test
  void theMedianIsJudgedAndEveryValueIsListed() {
    List<RunResult> results = List.of(gap(17, 12.5), gap(25, 80), gap(17, 49.9));
    assertThat(Takeovers.met(results)).isTrue();
    assertThat(Takeovers.met(List.of(gap(17, 12.5), gap(17, 51), gap(17, 50)))).isFalse();
    assertThat(Takeovers.text(results))
        .contains("JDK 17   2 takeovers, median 31.2 ms, all: 12.5 49.9")
        .contains("JDK 25   1 takeovers, median 80.0 ms, all: 80.0")
        .contains("all      3 takeovers, median 49.9 ms, all: 12.5 49.9 80.0");
  }

  @Test
  void aTakeoverThatNeverCameIsAMiss() {
    List<RunResult> results = List.of(gap(17, 10), gap(17, 11), gap(17, -1));
    assertThat(Takeovers.met(results)).isFalse();
    assertThat(Takeovers.text(results)).contains("all: none 10.0 11.0");
  }

  private static RunResult gap(int jdk, double millis) {
    Series series = new Series(Availability.ACTIVE, true, jdk);
    return new RunResult(series, 20, 1, 1, 9, 0, 3, 4, 0, 0, 5, 0, 0, millis, 1, 100, 0, 0);
  }
}
