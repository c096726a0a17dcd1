package io.understudy.e2e.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableDigestsTest {
  private static final List<String> PRIMARY =
      List.of("1 entries=3 sha256=aa", "2 entries=9 sha256=bb", "3 entries=4 sha256=cc");

  @TempDir private Path directory;

  @Test
  void countsWhatTheSlowerNodeLacks() {
    assertThat(TableDigests.of(PRIMARY, PRIMARY.subList(0, 2)))
        .isEqualTo(new TableDigests(2, 1, 9, ""));
  }

  @Test
  void namesTheFirstDifference() {
    List<String> backup = List.of(PRIMARY.get(0), "2 entries=9 sha256=b0", "3 entries=4 sha256=c0");

    assertThat(TableDigests.of(PRIMARY, backup).difference())
        .isEqualTo("primary: 2 entries=9 sha256=bb; backup: 2 entries=9 sha256=b0");
  }

  @Test
  void leavesOutALineThatWasBeingWritten() throws IOException {
    Path primary =
        Files.writeString(directory.resolve("p"), "1 entries=3 sha256=aa\n2 entries=9\n");
    Path backup = Files.writeString(directory.resolve("b"), "1 entries=3 sha256=aa\n2 entr");

    assertThat(TableDigests.of(primary, backup)).isEqualTo(new TableDigests(1, 1, 3, ""));
  }
}
