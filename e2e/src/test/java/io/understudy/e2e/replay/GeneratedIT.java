package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random concurrent programs: a few of those that {@link GeneratedSoakIT} runs, most of them some
 * in one JVM, since half of a short one's time would be its start.
 */
class GeneratedIT extends GeneratedPrograms {
  private static final int TOGETHER = 4;
  private static final int STREAMED = 20;

  static Stream<List<Integer>> groups() {
    return IntStream.range(0, STREAMED / TOGETHER)
        .map(group -> group * TOGETHER + 1)
        .mapToObj(first -> IntStream.range(first, first + TOGETHER).boxed().toList());
  }

  @ParameterizedTest
  @MethodSource("groups")
  void theBackupSeesWhatThePrimarySaw(List<Integer> seeds) throws Exception {
    String words = seeds.stream().map(s -> "Generated " + s).collect(Collectors.joining(" + "));
    StreamedPair.Result pair = StreamedPair.run(directory, programs.classes(), words.split(" "));
    assertThat(RecordReplayIT.hashes(pair.primary()))
        .as("seeds %s to their ends: %s", seeds, pair.primary().err())
        .hasSize(2 * seeds.size());
    assertThat(RecordReplayIT.hashes(pair.backup()))
        .as("seeds %s; one of them again: ./test.sh soak --seeds N; %s", seeds, pair.backup().err())
        .isEqualTo(RecordReplayIT.hashes(pair.primary()));
  }

  @ParameterizedTest
  @ValueSource(ints = {21, 23, 25, 27})
  void theReplaySeesWhatTheRecordingSaw(int seed) throws Exception {
    runs(seed);
  }
}
