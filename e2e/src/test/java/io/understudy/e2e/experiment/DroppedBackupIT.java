package io.understudy.e2e.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.e2e.lab.Command;
import io.understudy.e2e.lab.Enclosure;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One speaker: a backup that its living primary has dropped does not take the link's end amiss. */
@Tag("once")
class DroppedBackupIT {
  @TempDir private Path directory;

  @Test
  void neverSpeaksBesideItsPrimaryAndJoinsItAgain() {
    Path classes = directory.resolve("classes");
    String[] javac = {"-d", classes.toString(), "src/servers/SoloUas.java"};
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, javac)).isZero();
    List<String> probe =
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-cp",
            System.getProperty("java.class.path"),
            DroppedBackupProbe.class.getName(),
            directory.resolve("lab").toString(),
            classes.toString());

    Command.Result result = new Command(Enclosure.around(probe, Enclosure.isRoot())).attempt("");

    assertThat(result.exit()).as(result.output()).isZero();
    assertThat(result.output().lines())
        .contains("alpha speaks true", "beta's datagrams 0", "protected again true");
  }
}
