package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Would the tests notice if a rule were missing? Each program passes with the product's table, and
 * fails with one that lets the rule's natives through to the real ones.
 */
class NegativeControlIT extends ProgramTest {
  /** The order of a salted set is the same by chance in one of some twenty runs. */
  private static final int ATTEMPTS = 3;

  private static Programs.Program program(String name) {
    return programs.all().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  /**
   * A line of the table of controls.
   *
   * @param kind of rule
   * @param program that passes with the product's table, see {@link RecordReplayIT}
   * @param inFront lines put in front of the table
   * @param without words of the lines that are left out
   */
  record Control(String kind, String program, List<String> inFront, List<String> without) {
    private static Control parse(String line) {
      String[] columns = line.split("\t", -1);
      return new Control(columns[0], columns[1], list(columns[2]), list(columns[3]));
    }

    private static List<String> list(String text) {
      return text.equals("-") ? List.of() : List.of(text.split(";", -1));
    }

    @Override
    public String toString() {
      return kind;
    }
  }

  static Stream<Control> controls() throws IOException {
    return Files.readAllLines(Path.of("src", "programs", "CONTROLS")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(Control::parse);
  }

  @ParameterizedTest
  @MethodSource("controls")
  void withoutTheRule(Control control) throws Exception {
    Path table =
        ChangedTable.write(directory.resolve("changed.tbl"), control.inFront(), control.without());
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Path home = directory.resolve("attempt-" + attempt);
      Runs runs =
          Runs.offline(home, programs.classes(), program(control.program()), ",table=" + table);
      assertThat(runs.first().err()).contains("WARNING table=" + table);
      runs.assertFirstIsWell();
      if (!isSame(runs)) {
        return;
      }
    }
    assertThat(control.kind()).as("%d replays without the rule saw the same", ATTEMPTS).isEmpty();
  }

  private static boolean isSame(Runs runs) {
    try {
      runs.assertSame();
      return true;
    } catch (AssertionError e) {
      return false;
    }
  }

  /** What one node lets through and the other does not is named. */
  @Test
  void aTableThatOnlyOneNodeHas() throws Exception {
    Programs.Program program = program("Environment");
    List<String> through = List.of("L java/lang/ProcessHandleImpl getCurrentPid0");
    Path table = ChangedTable.write(directory.resolve("one.tbl"), through, List.of());
    Runs same = Runs.offline(directory, programs.classes(), program, "");
    same.assertSame();
    var refused =
        AgentJvm.brief(directory, programs.classes(), "role=replay,journal=j,table=" + table)
            .arguments(program.withSeed(7))
            .run("other");
    assertThat(refused.exit()).as(refused.err()).isEqualTo(76);
    assertThat(refused.err()).contains("table differs: recorded null, here ");
  }
}
