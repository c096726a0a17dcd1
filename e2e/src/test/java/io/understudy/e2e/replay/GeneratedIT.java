package io.understudy.e2e.replay;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random concurrent programs: a few of those that {@link GeneratedSoakIT} runs. */
class GeneratedIT extends GeneratedPrograms {
  static IntStream seeds() {
    return IntStream.rangeClosed(1, 24);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSecondJvmSeesWhatTheFirstSaw(int seed) throws Exception {
    runs(seed);
  }
}
