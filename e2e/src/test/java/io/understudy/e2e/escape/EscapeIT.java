package io.understudy.e2e.escape;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.e2e.escape.Escape.Expected;
import io.understudy.e2e.replay.AgentJvm;
import io.understudy.e2e.replay.Programs;
import io.understudy.testkit.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a program may see that differs from run to run and from machine to machine is in the
 * log: recorded in one place and replayed in another one later, each line it prints is the same.
 * What is not so stands in docs/KNOWN_GAPS.md, and has to be taken out there once it is.
 */
class EscapeIT {
  private static final int BATCH = 14;
  private static final int ATTEMPTS = 3;
  private static final int LEAST = 100;

  /** What the JIT compiles, and when, differs most with all of it. */
  private static final String[] EVERY_COMPILER = {};

  @TempDir private static Path classes;

  @TempDir private Path directory;

  @BeforeAll
  static void compile() {
    Programs.compile(Escape.SOURCES, classes);
  }

  private record Pair(Ended recorded, Ended replayed) {
    boolean isSame() {
      return recorded.out().equals(replayed.out())
          && replayed.err().contains(" records, 0 divergences");
    }
  }

  private Pair run(String name, List<String> programs) throws InterruptedException {
    return run(name, programs, "-XX:TieredStopAtLevel=1"); // a short life
  }

  private Pair run(String name, List<String> programs, String... flags)
      throws InterruptedException {
    Path home = directory.resolve(name);
    Ended recorded = run(Place.first(home), "record", home, programs, flags);
    Load beside = new Load();
    try {
      return new Pair(recorded, run(Place.second(home), "replay", home, programs, flags));
    } finally {
      beside.end();
    }
  }

  private static Ended run(
      Place place, String role, Path home, List<String> programs, String... flags)
      throws InterruptedException {
    String options = "role=%s,journal=%s".formatted(role, home.resolve("journal"));
    return place
        .jvm()
        .arguments(flags)
        .arguments("-javaagent:" + AgentJvm.jar() + "=" + options, "-cp", classes.toString())
        .arguments("Batch")
        .arguments(programs)
        .run(role);
  }

  static Stream<List<String>> batches() {
    List<String> names =
        Escape.index().stream()
            .filter(e -> e.expected() == Expected.SAME)
            .map(Escape::name)
            .toList();
    List<List<String>> batches = new ArrayList<>();
    for (int i = 0; i < names.size(); i += BATCH) {
      batches.add(names.subList(i, Math.min(names.size(), i + BATCH)));
    }
    return batches.stream();
  }

  @ParameterizedTest
  @MethodSource("batches")
  void eachLineIsTheSameElsewhere(List<String> programs) throws InterruptedException {
    Pair pair = run("batch", programs);
    assertThat(pair.recorded().exit()).as(pair.recorded().err()).isZero();
    Sections recorded = new Sections(pair.recorded().out());
    Sections replayed = new Sections(pair.replayed().out());
    assertThat(recorded.differences(programs, replayed)).as(pair.replayed().err()).isEmpty();
    assertThat(pair.isSame()).as(pair.replayed().err()).isTrue();
    assertThat(pair.replayed().exit()).as(pair.replayed().err()).isZero();
  }

  static Stream<Escape> gaps() {
    return Escape.index().stream().filter(e -> e.expected() != Expected.SAME);
  }

  @ParameterizedTest
  @MethodSource("gaps")
  void whatIsNotTheSameIsWrittenDown(Escape gap) throws InterruptedException {
    assertThat(gap.documented()).as("entry \"%s\" of the known gaps", gap.anchor()).isNotEmpty();
    switch (gap.expected()) {
      case DIFFERS -> differs(gap);
      case NOTICED -> isNoticed(gap);
      default -> {
        // nothing that a run could show
      }
    }
  }

  /** Else the gap is closed: expect the same lines, and take it out of docs/KNOWN_GAPS.md. */
  private void differs(Escape gap) throws InterruptedException {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Pair pair = run("attempt-" + attempt, List.of(gap.name()), EVERY_COMPILER);
      assertThat(pair.recorded().exit()).as(pair.recorded().err()).isZero();
      if (!pair.isSame()) {
        return;
      }
    }
    assertThat(gap.name()).as("no known gap: %d replays saw the same", ATTEMPTS).isEmpty();
  }

  private void isNoticed(Escape gap) throws InterruptedException {
    Pair pair = run("noticed", List.of(gap.name()));
    assertThat(pair.recorded().exit()).as(pair.recorded().err()).isZero();
    assertThat(pair.recorded().err()).contains("ALARM the recording ends here: the server ");
    assertThat(pair.replayed().err())
        .contains("the journal ends here, before the program", " records, 0 divergences");
    assertThat(pair.recorded().out()).startsWith(pair.replayed().out());
    assertThat(pair.replayed().out()).contains("before ");
  }

  @Test
  void thereAreAHundredSources() {
    assertThat(Escape.index()).hasSizeGreaterThan(LEAST).doesNotHaveDuplicates();
    assertThat(Escape.SOURCES.toFile().list((d, f) -> f.endsWith(".java")))
        .hasSize(Escape.index().size() + 2); // Batch and Crew
  }
}
