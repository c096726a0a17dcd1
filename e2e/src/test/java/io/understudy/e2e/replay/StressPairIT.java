package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Monitors, locks, pools, timers, futures, exceptions, all at once: 49 kinds of step, streamed. */
class StressPairIT extends ProgramTest {
  private static final int SEEDS = 30;
  private static final int THREADS = 6;

  static IntStream seeds() {
    return IntStream.rangeClosed(1, SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theBackupSeesWhatThePrimarySaw(int seed) throws Exception {
    StreamedPair.Result pair =
        StreamedPair.run(directory, programs.classes(), "Stress", "" + seed, "" + THREADS);
    assertThat(pair.primary().exit()).as(pair.primary().err()).isZero();
    assertThat(pair.primary().hash()).startsWith("HASH ");
    assertThat(pair.backup().err()).contains(" records, 0 divergences");
    assertThat(pair.backup().hash()).isEqualTo(pair.primary().hash());
  }
}
