package io.understudy.e2e.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.e2e.lab.Command;
import io.understudy.e2e.lab.Enclosure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.tools.ToolProvider;
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
    Path classes = directory.resolve("classes");
    String[] javac = {"-d", classes.toString(), "src/servers/SoloUas.java"};
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, javac)).isZero();
    List<String> probe =
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-cp",
            System.getProperty("java.class.path"),
            FailoverSeriesProbe.class.getName(),
            directory.resolve("lab").toString(),
            classes.toString(),
            "" + FAILOVERS);

    Command.Result result = new Command(Enclosure.around(probe, Enclosure.isRoot())).attempt("");

    assertThat(result.exit()).as(result.output()).isZero();
    List<String> findings = result.output().lines().toList();
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
