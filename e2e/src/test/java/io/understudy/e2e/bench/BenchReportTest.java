package io.understudy.e2e.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchReportTest {
  private static Round round(int session, double pair, int failed) {
    return new Round(
        session, Map.of(Treatment.BARE, 2.0, Treatment.RECORD, 2.2, Treatment.PAIR, pair), failed);
  }

  private static final BenchReport REPORT =
      new BenchReport("f", "alg", 17, 50, List.of())
          .with(List.of(round(1, 3.0, 0), round(1, 2.4, 0)))
          .with(List.of(round(2, 2.6, 0), round(2, 9.0, 1)));

  @Test
  void leavesOutRoundsWithFailedCalls() {
    assertThat(REPORT.ratio(Treatment.PAIR).value()).isEqualTo(1.3);
    assertThat(REPORT.markdown())
        .contains("| alg | 17 | pair | 50/s | 3 of 4 | 2.00 | 2.60 | 1.300 | 1.200 … 1.500 |");
  }

  @Test
  void countsSessions() {
    assertThat(REPORT.nextSession()).isEqualTo(3);
  }

  @Test
  void comesBackFromItsFile() throws IOException {
    ObjectMapper json = new ObjectMapper();

    BenchReport read = json.readValue(json.writeValueAsString(REPORT), BenchReport.class);

    assertThat(read).isEqualTo(REPORT);
  }
}
