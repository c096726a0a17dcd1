package io.understudy.weaver.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the JDK that runs the tests: one recording, replayed in several ways. */
class BoundaryJvmTest {
  private static final BoundaryJvm JVM = new BoundaryJvm(Path.of(System.getProperty("java.home")));

  @TempDir private static Path directory;

  private static Path log;
  private static BoundaryJvm.Result recorded;

  @BeforeAll
  static void record() throws Exception {
    log = directory.resolve("log");
    recorded = JVM.run("record", log, List.of(), true);
  }

  @Test
  void theRecordedServerAnswers() {
    assertThat(recorded.err()).startsWith("records ").endsWith("soft 0\n");
    assertThat(recorded.exitCode()).isZero();
    assertThat(recorded.answers()).hasSize(24).allMatch(a -> a.matches("message \\d[0-7]"));
    assertThat(recorded.out())
        .contains("localhost/127.0.0.1", "127.0.0.1/8", "pipe 3 3", "Address already in use");
  }

  @Test
  void aBackupSeesTheSameWorldWithItsOwnSockets() throws Exception {
    BoundaryJvm.Result replayed = JVM.run("replay", log, List.of(), false);

    assertThat(replayed.err()).isEqualTo(recorded.err());
    assertThat(replayed.out()).isEqualTo(recorded.out());
    assertThat(replayed.exitCode()).isZero();
  }

  @Test
  void anOfflineReplayNeedsNoNetwork() throws Exception {
    BoundaryJvm.Result replayed = JVM.run("offline", log, List.of(), false);

    assertThat(replayed.err()).isEqualTo(recorded.err());
    assertThat(replayed.out()).isEqualTo(recorded.out());
    assertThat(replayed.exitCode()).isZero();
  }

  @Test
  void anotherOutputIsADivergence() throws Exception {
    BoundaryJvm.Result replayed = JVM.run("offline", log, List.of("-Dfault=true"), false);

    assertThat(replayed.exitCode()).isEqualTo(70);
    assertThat(replayed.err())
        .startsWith("DIVERGED at position ")
        .contains(
            "expected by the program: output sun/nio/ch/DatagramChannelImpl#send0 on descriptor 3",
            "10 bytes, hash ",
            "by thread #1 \"main\"",
            "found in the log:        output sun/nio/ch/DatagramChannelImpl#send0");
  }
}
