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
    for (int run = 1; run <= 20; run++) {
      int of = run;
      assertThat(IntStream.rangeClosed(1, 3).filter(i -> new Lane(i, 3).plays(of)))
          .as("lanes of run %d", run)
          .hasSize(1);
    }
    assertThat(IntStream.rangeClosed(1, 9).filter(new Lane(2, 3)::plays)).containsExactly(2, 5, 8);
    assertThat(IntStream.rangeClosed(1, 5).allMatch(Lane.ONLY::plays)).isTrue();
  }

  @Test
  void isReadAsItIsWritten() {
    Lane lane = new Lane(2, 3);

    assertThat(new Lane.Converter().convert(lane.toString())).isEqualTo(lane);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "0/3", "4/3", "a/b", "1/2/3"})
  void whatIsNoLaneIsRefused(String value) {
    assertThatThrownBy(() -> new Lane.Converter().convert(value))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("is no lane");
  }
}
