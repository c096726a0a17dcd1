package io.understudy.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class LaneTest {
  @Test
  void everyRunIsPlayedByOneLane() {
    for (FaultRow row : FaultRow.all()) {
      for (int run = 1; run <= 20; run++) {
        int of = run;
        assertThat(IntStream.rangeClosed(0, 3).filter(i -> new Lane(i, 3).plays(row, of)))
            .as("lanes of run %d of %s", run, row.name())
            .hasSize(1);
        assertThat(Lane.ONLY.plays(row, run)).isTrue();
      }
    }
  }

  @Test
  void rowsThatNeedTheWholeMachineArePlayedAlone() {
    assertThat(FaultRow.all().stream().filter(row -> Lane.alone(2).plays(row, 1)))
        .isNotEmpty()
        .allMatch(FaultRow::needsWholeMachine);
  }

  @Test
  void isReadAsItIsWritten() {
    Lane lane = new Lane(2, 3);

    assertThat(new Lane.Converter().convert(lane.toString())).isEqualTo(lane);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "-1/3", "4/3", "a/b", "1/2/3"})
  void whatIsNoLaneIsRefused(String value) {
    assertThatThrownBy(() -> new Lane.Converter().convert(value))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("is no lane");
  }
}
