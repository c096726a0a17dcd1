package io.understudy.e2e.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("once")
class LabIT {
  @TempDir private Path directory;

  @ParameterizedTest(name = "root: {0}")
  @ValueSource(booleans = {false, true})
  void joinsItsHostsAndLeavesNothingBehind(boolean root) throws IOException {
    assumeTrue(!root || Enclosure.isRoot());
    String before = Command.of("ip", "-br", "link").run();
    Path files = directory.resolve(root ? "root" : "rootless");
    String output = EnclosedProbe.run(root, LabProbe.class, files.toString());

    assertThat(output.lines())
        .containsSubsequence( // later JDKs warn of JNA in between
            "processes true",
            "ping true",
            "replication true",
            "isolation true",
            "left over 0",
            "alpha " + files.resolve("node"),
            "beta " + files.resolve("node"));
    assertThat(Command.of("ip", "-br", "link").run()).isEqualTo(before);
  }
}
