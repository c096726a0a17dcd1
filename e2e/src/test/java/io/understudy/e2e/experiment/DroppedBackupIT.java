package io.understudy.e2e.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.e2e.lab.EnclosedProbe;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One speaker: a backup that its living primary has dropped does not take the link's end amiss. */
@Tag("once")
class DroppedBackupIT {
  @TempDir private Path directory;

  @Test
  void neverSpeaksBesideItsPrimaryAndJoinsItAgain() {
    String output =
        EnclosedProbe.run(
            DroppedBackupProbe.class,
            directory.resolve("lab").toString(),
            EnclosedProbe.compile("SoloUas", directory.resolve("classes")));

    assertThat(output.lines())
        .contains("alpha speaks true", "beta's datagrams 0", "protected again true");
  }
}
