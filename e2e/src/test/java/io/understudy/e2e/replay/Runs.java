package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import io.understudy.testkit.RunningJvm;
import java.nio.file.Path;

/**
 * Two runs of a program: the recording or the primary, and the one that follows its log.
 *
 * @param first ended as the program ends
 */
record Runs(Programs.Program program, Ended first, Ended second) {
  private static final int LIMIT_SECONDS = 120;

  /**
   * Records a program and replays it offline.
   *
   * @param more options of the agent for both runs, each behind a comma
   */
  static Runs offline(Path directory, Path classes, Programs.Program program, String more)
      throws InterruptedException {
    return offline(directory, classes, program, program.withSeed(7), more);
  }

  /** Records a program with the arguments it has, and replays it offline. */
  static Runs offlineAsIs(Path directory, Path classes, Programs.Program program)
      throws InterruptedException {
    int seed = Integer.parseInt(program.arguments().get(0));
    return offline(directory, classes, program, program.withSeed(seed), "");
  }

  private static Runs offline(
      Path directory, Path classes, Programs.Program program, String[] words, String more)
      throws InterruptedException {
    Ended recorded = run(directory, classes, words, "role=record,journal=j" + more, "record");
    Ended replayed = run(directory, classes, words, "role=replay,journal=j" + more, "replay");
    return new Runs(program, recorded, replayed);
  }

  private static Ended run(
      Path directory, Path classes, String[] words, String options, String name)
      throws InterruptedException {
    try (RunningJvm running =
        AgentJvm.of(directory, classes, options).hears(name).arguments(words).start(name)) {
      return running.finish(LIMIT_SECONDS);
    }
  }

  /** The first run went as the program goes without the agent. */
  void assertFirstIsWell() {
    assertThat(first.exit()).as("%s: %s", program, first.err()).isEqualTo(program.exit());
    assertThat(first.hash()).startsWith("HASH ");
  }

  /** The threads of the second JVM saw what those of the first saw. */
  void assertSame() {
    assertFirstIsWell();
    assertThat(second.err()).as(program.name()).contains(" records, 0 divergences");
    assertThat(second.hash()).as(program.name()).isEqualTo(first.hash());
    assertThat(second.exit()).as(second.err()).isEqualTo(program.exit());
  }
}
