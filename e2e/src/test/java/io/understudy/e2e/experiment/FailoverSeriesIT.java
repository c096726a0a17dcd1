package io.understudy.e2e.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.e2e.lab.EnclosedProbe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same calls live through five deaths of the speaker, each of which becomes the backup again.
 */
class FailoverSeriesIT {
  private static final int FAILOVERS = 5;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void losesNoCall() {
    String output =
        EnclosedProbe.run(
            FailoverSeriesProbe.class,
            directory.resolve("lab").toString(),
            EnclosedProbe.compile("SoloUas", directory.resolve("classes")),
            "" + FAILOVERS);
    List<String> findings = output.lines().toList();
    assertThat(findings)
        .contains("held 20", "ended at last 20", "whole log true", "first difference -1")
        .contains("epoch " + (FAILOVERS + 1));
    assertEach(findings, "answered 10", "alarm after re-join false", "ended 10", "new 10");
  }

  /** Once for each failover. */
  private static void assertEach(List<String> findings, String... expected) {
    List<String> all = new ArrayList<>();
    for (String finding : expected) {
      all.addAll(Collections.nCopies(FAILOVERS, finding));
    }
    assertThat(findings.stream().filter(List.of(expected)::contains).toList())
        .containsExactlyInAnyOrderElementsOf(all);
  }
}
