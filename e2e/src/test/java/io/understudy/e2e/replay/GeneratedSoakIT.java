package io.understudy.e2e.replay;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random concurrent programs, many, or those of the seeds that were asked for. */
@Tag("soak")
class GeneratedSoakIT extends GeneratedPrograms {
  static IntStream seeds() {
    return Seeds.orElse("1-500");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSecondJvmSeesWhatTheFirstSaw(int seed) throws Exception {
    runs(seed);
  }
}
