package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Replays of programs that do something else than their recording: another seed, another path. */
abstract class Divergences extends ProgramTest {
  private static final int EXIT_DIVERGED = 70;

  /** The programs whose seed decides what their threads do. */
  static Stream<String> seeded() {
    return Programs.index().stream().map(Programs.Program::name).filter(Divergences::isSeeded);
  }

  private static boolean isSeeded(String name) {
    try {
      String source = Files.readString(Path.of("src", "programs", name + ".java"));
      return source.contains("Seen.random(args");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The replay stops with a report that names position, thread, expected and found. */
  void isReported(String program) throws InterruptedException {
    Path table =
        ChangedTable.write(
            directory.resolve("pid.tbl"),
            List.of("L java/lang/ProcessHandleImpl getCurrentPid0"),
            List.of());
    Ended recorded = run("record", program, table);
    assertThat(recorded.hash()).as(recorded.err()).startsWith("HASH ");
    Ended replayed = run("replay", program, table);
    assertThat(replayed.err())
        .containsPattern("DIVERGED at position \\d+, record \\d+, thread #\\d+ ")
        .contains(" expected by the program: ", " found in the log: ");
    assertThat(replayed.exit()).as(replayed.err()).isEqualTo(EXIT_DIVERGED);
  }

  private Ended run(String role, String program, Path table) throws InterruptedException {
    String options = "role=%s,journal=j,table=%s".formatted(role, table);
    return AgentJvm.brief(directory, programs.classes(), options)
        .arguments("OtherSeed", program, "1")
        .run(role);
  }
}
