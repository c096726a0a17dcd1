package io.understudy.e2e.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCommandTest {
  private static final Jdk JDK = new Jdk(17, Path.of("/jdk17"));

  @TempDir private Path directory;

  private List<String> words(String command, String flag) {
    Map<String, String> service = Map.of("@VIP@", "10.77.0.100", "@PORT@", "5060");
    return new ServerCommand(command, directory).words(JDK, flag, service);
  }

  @Test
  void fillsInAgentAndServiceAddress() {
    assertThat(words("java @AGENT@ -Dx='a b' --bind @VIP@:@PORT@", "-javaagent:u.jar=role=primary"))
        .containsExactly(
            "/jdk17/bin/java",
            "-javaagent:u.jar=role=primary",
            "-Dx=a b",
            "--bind",
            "10.77.0.100:5060");
  }

  @Test
  void leavesTheAgentOutOfABareServer() {
    assertThat(words("java @AGENT@ Main", "")).containsExactly("/jdk17/bin/java", "Main");
  }

  @Test
  void makesFilesOfTheUserAbsolute() throws IOException {
    Files.createFile(directory.resolve("mine.jar"));
    Files.createDirectory(directory.resolve("lib"));

    assertThat(words("java @AGENT@ -jar mine.jar -cp lib:mine.jar:no.jar other", ""))
        .containsExactly(
            "/jdk17/bin/java",
            "-jar",
            directory + "/mine.jar",
            "-cp",
            directory + "/lib:" + directory + "/mine.jar:no.jar",
            "other");
  }

  @Test
  void refusesACommandThatCannotBeProtected() {
    assertThatThrownBy(() -> new ServerCommand("java -jar mine.jar", directory))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("@AGENT@");
    assertThatThrownBy(() -> new ServerCommand("java @AGENT@ 'open", directory))
        .hasMessageContaining("open quote");
    assertThatThrownBy(() -> new ServerCommand("  ", directory)).hasMessageContaining("empty");
  }
}
