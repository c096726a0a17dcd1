package io.understudy.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that is refused, and the command line. */
class StartIT {
  @TempDir Path directory;

  private Product.Result agent(String options, Map<String, String> environment) throws Exception {
    String flag = "-javaagent:" + Product.JAR + (options.isEmpty() ? "" : "=" + options);
    // -version would not load the agent; a class that does not exist is never reached
    return Product.java(directory, environment, flag, "-cp", ".", "NeverReached");
  }

  private Product.Result tool(String... arguments) throws Exception {
    String[] all = new String[arguments.length + 2];
    all[0] = "-jar";
    all[1] = Product.JAR.toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Product.java(directory, Map.of(), all);
  }

  @Test
  void anUnknownOptionEndsTheJvmBeforeMain() throws Exception {
    Product.Result result = agent("role=record,jurnal=x", Map.of());
    assertThat(result.exitCode()).isEqualTo(64);
    assertThat(result.err())
        .startsWith("[understudy] agent argument jurnal is not an option")
        .contains("Did you mean journal=DIR?")
        .doesNotContain("NeverReached");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void theEnvironmentIsASource() throws Exception {
    Product.Result result = agent("journal=j", Map.of("UNDERSTUDY_ROLE", "backup"));
    assertThat(result.exitCode()).isEqualTo(64);
    assertThat(result.err()).contains("option peer is missing");
  }

  @Test
  void noOptionsAtAll() throws Exception {
    Product.Result result = agent("", Map.of());
    assertThat(result.exitCode()).isEqualTo(64);
    assertThat(result.err()).contains("option role is missing");
  }

  @Test
  void versionAndHelp() throws Exception {
    Product.Result version = tool("--version");
    assertThat(version.exitCode()).isZero();
    assertThat(version.out()).startsWith("understudy 0.").contains("java ");
    Product.Result help = tool("--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("role=primary|backup|record|replay|off", "journal", "75");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void commandsOfOtherModulesAreInTheJar() throws Exception {
    Product.Result version = tool("netctl", "version");
    assertThat(version.exitCode()).as(version.err()).isZero();
    assertThat(version.out()).startsWith("netctl 0.");
    assertThat(version.err()).isEmpty();
  }

  @Test
  void anUnknownCommand() throws Exception {
    Product.Result result = tool("jornal");
    assertThat(result.exitCode()).isEqualTo(64);
    assertThat(result.err()).contains("jornal").contains("Commands are journal and netctl");
  }

  @Test
  void noCommand() throws Exception {
    assertThat(tool().exitCode()).isEqualTo(64);
  }
}
