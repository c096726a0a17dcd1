package io.understudy.weaver.census;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.weaver.table.NativeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterceptionPageTest {
  private static final Path PAGE = Path.of("../../docs/INTERCEPTION.md");
  private static final String STALE =
      "docs/INTERCEPTION.md is stale: run InterceptionPage on this JDK, its head says how";

  @Test
  void thePageIsUpToDateForTheRunningJdk() throws IOException {
    String page = Files.readString(PAGE);
    NativeTable table = NativeTable.load();

    assertThat(page).as(STALE).startsWith(InterceptionPage.head(table));
    assertThat(InterceptionPage.sections(page).get(InterceptionPage.runningTitle()))
        .as(STALE)
        .isEqualTo(InterceptionPage.section(table, Census.take()));
  }

  @Test
  void bothJdksHaveASection() throws IOException {
    assertThat(InterceptionPage.sections(Files.readString(PAGE)))
        .containsOnlyKeys("## JDK 17", "## JDK 25");
  }

  @Test
  void sectionsAreCutAtTheirHeadings() {
    Map<String, String> s = InterceptionPage.sections("x\n## JDK 1\na\nb\n## JDK 2\nc\n");

    assertThat(s).containsEntry("## JDK 1", "a\nb\n").containsEntry("## JDK 2", "c\n");
  }
}
