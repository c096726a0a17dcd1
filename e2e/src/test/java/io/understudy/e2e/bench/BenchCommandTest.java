package io.understudy.e2e.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.e2e.experiment.LabProgram;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchCommandTest {
  private static String complaint(String... arguments) {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertThat(BenchCommand.execute(Map.of(), arguments)).isEqualTo(LabProgram.USAGE);
    } finally {
      System.setErr(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void takesTheNamesThatItsHelpShows() {
    assertThat(complaint("--server", "b2bua", "--knee", "pair", "--rate", "0"))
        .isEqualToIgnoringNewLines("demo: rates, rounds and seconds want positive numbers");
  }

  @Test
  void refusesOthers() {
    assertThat(complaint("--knee", "half")).contains("--knee", "half");
  }
}
