package io.understudy.e2e.replay;

import io.understudy.testkit.Jdk;
import java.util.List;

/** Runs a random concurrent program, and again from its log: streamed or later, in turns. */
abstract class GeneratedPrograms extends ProgramTest {
  private static final int EACH_NTH_IS_STREAMED = 2;

  /** The backup, or the replay, sees what the first JVM saw. */
  void runs(int seed) throws Exception {
    Programs.Program program = new Programs.Program("Generated", List.of("" + seed), 0);
    Runs runs =
        seed % EACH_NTH_IS_STREAMED == 0
            ? streamed(program)
            : Runs.offlineAsIs(directory, programs.classes(), program);
    try {
      runs.assertSame();
    } catch (AssertionError e) {
      throw new AssertionError(
          "seed %d fails on JDK %d; again: ./test.sh soak --jdk %d --seeds %d"
              .formatted(seed, Jdk.running().version(), Jdk.running().version(), seed),
          e);
    }
  }

  private Runs streamed(Programs.Program program) throws Exception {
    String[] words = {program.name(), program.arguments().get(0)};
    StreamedPair.Result pair = StreamedPair.run(directory, programs.classes(), words);
    return new Runs(program, pair.primary(), pair.backup());
  }
}
