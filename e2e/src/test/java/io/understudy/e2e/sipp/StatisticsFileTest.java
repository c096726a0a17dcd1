package io.understudy.e2e.sipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsFileTest {
  private static final String HEAD = "StartTime;TotalCallCreated;FailedCall(P);FailedCall(C);";

  @Test
  void findsAColumnByItsNameWhereverItStands() {
    StatisticsFile one = StatisticsFile.of(List.of(HEAD, "t;7;1;2;", "t;9;0;3;"));
    StatisticsFile other = StatisticsFile.of(List.of("FailedCall(C);Extra;", "5;6;"));

    assertThat(one.last("FailedCall(C)")).isEqualTo(3);
    assertThat(one.last("TotalCallCreated")).isEqualTo(9);
    assertThat(other.last("FailedCall(C)")).isEqualTo(5);
  }

  @Test
  void passesOverATornLastRow() {
    assertThat(StatisticsFile.of(List.of(HEAD, "t;7;1;2;", "t;9")).last("FailedCall(C)"))
        .isEqualTo(2);
  }

  @Test
  void countsNothingBeforeTheFirstRow() {
    assertThat(StatisticsFile.of(List.of()).last("FailedCall(C)")).isZero();
    assertThat(StatisticsFile.of(List.of(HEAD)).last("FailedCall(C)")).isZero();
  }

  @Test
  void namesAColumnThatIsMissing() {
    StatisticsFile file = StatisticsFile.of(List.of(HEAD, "t;7;1;2;"));

    assertThatThrownBy(() -> file.last("Nonsense"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no column Nonsense");
  }
}
