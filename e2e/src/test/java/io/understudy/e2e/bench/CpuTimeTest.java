package io.understudy.e2e.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuTimeTest {
  @Test
  void addsUserAndSystemTimeOfTheProcessAlone() {
    String stat =
        "42 (my (odd) name) S 1 42 42 0 -1 4194560 900 800 7 6 1234 66 5000 4000 20 0 31 0 100\n";

    assertThat(CpuTime.seconds(stat)).isEqualTo(13.0);
  }
}
