package io.understudy.e2e.replay;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each primitive whose program has a seed. */
@Tag("soak")
class DivergenceSoakIT extends Divergences {
  static Stream<String> programs() {
    return seeded();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void anotherSeedIsReported(String program) throws InterruptedException {
    isReported(program);
  }
}
