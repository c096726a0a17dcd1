package io.understudy.e2e.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoCommandTest {
  @ParameterizedTest
  @CsvSource({
    "--quik",
    "--rate 5",
    "--server",
    "--server 'java -jar mine.jar'",
    "--server 'java @AGENT@ x' --rate none",
    "--server 'java @AGENT@ x' --rate 0",
    "--server 'java @AGENT@ x' --port 70000",
    "--server 'java @AGENT@ x' --kill-after -1",
    "--server 'java @AGENT@ x' --calls -1",
    "--server 'java @AGENT@ x' --caller /no/such/file.xml",
    "--server 'java @AGENT@ x' --quick",
    "--takeovers",
    "--takeovers 0",
    "--takeovers 20 --quick",
    "--takeovers 20 --server 'java @AGENT@ x'",
    "--case",
    "--case v",
    "--case iv --quick",
    "--case iv --takeovers 20",
    "--case iii --server 'java @AGENT@ x'",
    "surplus"
  })
  void refusesAWrongCommandLine(String line) {
    String[] words = ServerCommand.split(line).toArray(String[]::new);

    assertThat(DemoCommand.execute(Map.of(), words)).isEqualTo(64);
  }

  @Test
  void saysThatNoJdkIsThere() {
    assertThat(DemoCommand.execute(Map.of(), "--quick")).isEqualTo(69);
    assertThat(DemoCommand.execute(Map.of(), "--case", "iii,iv", "--fresh")).isEqualTo(69);
  }

  @Test
  void helps() {
    assertThat(DemoCommand.execute(Map.of(), "--help")).isZero();
  }
}
