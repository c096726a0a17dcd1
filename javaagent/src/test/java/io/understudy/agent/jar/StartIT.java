package io.understudy.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that is refused, and the command line. */
class StartIT {
  @TempDir Path directory;

  private Ended agent(String options, Map<String, String> environment) throws Exception {
    // -version would not load the agent; a class that does not exist is never reached
    return Product.agent(directory, options)
        .environment(environment)
        .arguments("-cp", ".", "NeverReached")
        .run("start");
  }

  private Ended tool(String... arguments) throws Exception {
    return Product.tool(directory, arguments);
  }

  @Test
  void anUnknownOptionEndsTheJvmBeforeMain() throws Exception {
    Ended result = agent("role=record,jurnal=x", Map.of());
    assertThat(result.exit()).isEqualTo(64);
    assertThat(result.err())
        .startsWith("[understudy] agent argument jurnal is not an option")
        .contains("Did you mean journal=DIR?")
        .doesNotContain("NeverReached");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void theEnvironmentIsASource() throws Exception {
    Ended result = agent("journal=j", Map.of("UNDERSTUDY_ROLE", "backup"));
    assertThat(result.exit()).isEqualTo(64);
    assertThat(result.err()).contains("option peer is missing");
  }

  @Test
  void noOptionsAtAll() throws Exception {
    Ended result = agent("", Map.of());
    assertThat(result.exit()).isEqualTo(64);
    assertThat(result.err()).contains("option role is missing");
  }

  @Test
  void versionAndHelp() throws Exception {
    Ended version = tool("--version");
    assertThat(version.exit()).isZero();
    assertThat(version.out()).startsWith("understudy 0.").contains("java ");
    Ended help = tool("--help");
    assertThat(help.exit()).isZero();
    assertThat(help.out()).contains("role=primary|backup|auto|record|replay|off", "journal", "75");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void commandsOfOtherModulesAreInTheJar() throws Exception {
    Ended version = tool("netctl", "version");
    assertThat(version.exit()).as(version.err()).isZero();
    assertThat(version.out()).startsWith("netctl 0.");
    assertThat(version.err()).isEmpty();
  }

  @Test
  void anUnknownCommand() throws Exception {
    Ended result = tool("jornal");
    assertThat(result.exit()).isEqualTo(64);
    assertThat(result.err()).contains("jornal").contains("Commands are journal and netctl");
  }

  @Test
  void noCommand() throws Exception {
    assertThat(tool().exit()).isEqualTo(64);
  }
}
