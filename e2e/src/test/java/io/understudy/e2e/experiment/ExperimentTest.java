package io.understudy.e2e.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.e2e.lab.LabException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentTest {
  private static final Series NONE = new Series(Availability.NONE, false, 17);
  private static final Series ACTIVE = new Series(Availability.ACTIVE, true, 17);
  private static final Plan PLAN =
      new Plan(
          List.of(NONE, ACTIVE),
          2,
          rate -> new Load(Path.of("a"), Path.of("b"), 5060, rate, 0, 1, 2, 1, 100, 100));

  @TempDir private Path directory;
  private final List<String> made = new ArrayList<>();
  private int voidAttempts;
  private int breakOffAfter = Integer.MAX_VALUE;

  private RunResult measure(Series series, Load load, int repetition, int attempt)
      throws IOException {
    if (made.size() == breakOffAfter) {
      throw new IOException("broken off");
    }
    made.add("%s %d %d.%d".formatted(series.id(), load.rate(), repetition, attempt));
    boolean sound = attempt > voidAttempts || series.equals(NONE);
    return sound
        ? Results.run(series, load.rate(), repetition, 0, 0, 5)
        : Results.voidRun(series, load.rate(), repetition, attempt);
  }

  private StateFile run() throws IOException {
    StateFile state = StateFile.open(directory.resolve("state.json"), "build");
    Progress progress = new Progress(new PrintStream(OutputStream.nullOutputStream()));
    new Experiment(this::measure, state, progress).run(PLAN, List.of(10, 20));
    return state;
  }

  @Test
  void makesEveryRunOnce() throws IOException {
    assertThat(run().results()).hasSize(8);
    assertThat(made).doesNotHaveDuplicates().contains("i-nr-jdk17 10 1.1", "iii-rt-jdk17 20 2.1");
  }

  @Test
  void goesOnWhereItWasBrokenOff() throws IOException {
    breakOffAfter = 3;
    assertThatThrownBy(this::run).hasMessage("broken off");
    breakOffAfter = Integer.MAX_VALUE;

    assertThat(run().results()).hasSize(8);
    assertThat(made).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void repeatsAVoidRunTwiceAndCountsIt() throws IOException {
    voidAttempts = 2;

    List<RunResult> results = run().results();

    assertThat(results).hasSize(4 + 4 * 3);
    assertThat(results).filteredOn(RunResult::isVoid).hasSize(8);
  }

  @Test
  void givesUpAfterThreeVoidRuns() {
    voidAttempts = 3;

    assertThatThrownBy(this::run)
        .isInstanceOf(LabException.class)
        .hasMessageContaining("void each time");
    assertThat(made).contains("iii-rt-jdk17 10 1.3").doesNotContain("iii-rt-jdk17 10 1.4");
  }
}
