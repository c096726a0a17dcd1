package io.understudy.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {
  private static CommandLine parse(String words) {
    return CommandLine.of(List.of(words.split(" ", -1)));
  }

  @Test
  void aJarAndItsArguments() {
    CommandLine line = parse("/usr/bin/java -Xmx1g -jar lib/server.jar -port 5060");
    assertThat(line)
        .isEqualTo(new CommandLine(List.of("-Xmx1g"), "", "-jar", List.of("-port", "5060")));
  }

  @Test
  void placesOfTheClassPathDoNotCount() {
    CommandLine line = parse("java -cp /a/x.jar:/b -ea --class-path=/c com.example.Main -cp mine");
    assertThat(line)
        .isEqualTo(new CommandLine(List.of("-ea"), "", "com.example.Main", List.of("-cp", "mine")));
  }

  @Test
  void optionsWithTheirValueInTheNextWord() {
    CommandLine line = parse("java --add-opens java.base/java.lang=ALL-UNNAMED -p mods -m a/a.B x");
    assertThat(line)
        .isEqualTo(
            new CommandLine(
                List.of("--add-opens=java.base/java.lang=ALL-UNNAMED"),
                "mods",
                "a/a.B",
                List.of("x")));
  }

  @Test
  void anEmbeddedJvmHasNoLauncherLine() {
    assertThat(parse("sipd")).isEqualTo(new CommandLine(List.of(), "", "", List.of()));
  }
}
