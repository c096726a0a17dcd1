package io.understudy.e2e.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MedianTest {
  private static List<Double> upTo(int n) {
    return IntStream.rangeClosed(1, n).mapToObj(i -> (double) (n + 1 - i)).toList();
  }

  @Test
  void ofTwelveIsBetweenTheThirdAndTheTenth() {
    Median median = Median.of(upTo(12));

    assertThat(median.value()).isEqualTo(6.5);
    assertThat(median.low()).isEqualTo(3);
    assertThat(median.high()).isEqualTo(10);
    assertThat(median.confidence()).isCloseTo(0.9614, within(0.0001));
  }

  @Test
  void ofTenIsBetweenTheSecondAndTheNinth() {
    Median median = Median.of(upTo(10));

    assertThat(median.low()).isEqualTo(2);
    assertThat(median.high()).isEqualTo(9);
    assertThat(median.confidence()).isCloseTo(0.9785, within(0.0001));
  }

  @Test
  void ofFewIsTheirRangeAndSaysHowLittleThatIsWorth() {
    assertThat(Median.of(List.of(2.0, 1.0, 4.0))).isEqualTo(new Median(2, 1, 4, 0.75));
    assertThatThrownBy(() -> Median.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
