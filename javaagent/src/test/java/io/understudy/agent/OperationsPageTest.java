package io.understudy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.option.Option;
import io.understudy.agent.option.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/operations.md} say what the program's own tables say. */
class OperationsPageTest {
  private static final Path PAGE = Path.of("../docs/operations.md");

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }

  @Test
  void listsEveryOption() throws IOException {
    List<String> rows = new ArrayList<>();
    for (Option option : Option.values()) {
      rows.add(
          row(
              "`" + option.key() + "`",
              "`" + option.form().replace("|", "\\|") + "`",
              option.standard() == null ? "" : "`" + option.standard() + "`",
              Arrays.stream(Role.values())
                  .filter(option::appliesTo)
                  .map(Role::text)
                  .collect(Collectors.joining(", ")),
              option.meaning()));
    }
    assertThat(page()).contains(String.join("\n", rows));
  }

  @Test
  void listsEveryRole() throws IOException {
    List<String> rows = new ArrayList<>();
    for (Role role : Role.values()) {
      rows.add(row("`" + role.text() + "`", role.meaning()));
    }
    assertThat(page()).contains(String.join("\n", rows));
  }

  @Test
  void listsEveryExitCode() throws IOException {
    List<String> rows = new ArrayList<>();
    for (ExitCode code : ExitCode.values()) {
      rows.add(row(Integer.toString(code.number()), code.meaning()));
    }
    assertThat(page()).contains(String.join("\n", rows));
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
