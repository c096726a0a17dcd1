package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.understudy.testkit.Ended;
import io.understudy.testkit.ForkedJvm;
import io.understudy.testkit.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A backup goes on with the files of {@code input=} and {@code output=} where its primary was. */
class FileTakeoverIT extends ProgramTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int LINES = 300;

  /** How many stand there; none before the program has made the file. */
  private static int lines(Path log) throws IOException {
    return Files.exists(log) ? Files.readAllLines(log).size() : 0;
  }

  private ForkedJvm node(String role, String address) {
    String options = "role=" + role + ",journal=" + role + ",input=in,output=out," + address;
    return AgentJvm.brief(directory, programs.classes(), options).arguments("TakeoverFiles");
  }

  @Test
  void noLineIsLostOrReadTwice() throws Exception {
    List<String> queue = IntStream.range(0, LINES).mapToObj(i -> "line" + i).toList();
    Files.createDirectory(directory.resolve("out"));
    Path in = Files.createDirectory(directory.resolve("in"));
    Files.write(in.resolve("queue"), queue);
    Path log = directory.resolve("out").resolve("log");
    int port = freePort();
    Ended backup;
    try (RunningJvm primary = node("primary", "listen=127.0.0.1:" + port).start("primary");
        RunningJvm second = node("backup", "peer=127.0.0.1:" + port).start("backup")) {
      primary.await("protected: the backup follows", LIMIT);
      Files.createFile(in.resolve("go"));
      await().atMost(LIMIT).until(() -> lines(log) >= 5);
      primary.kill();
      backup = second.finish(120);
    }
    assertThat(backup.exit()).as(backup.err()).isZero();
    assertThat(backup.err()).contains("live in epoch 2").doesNotContain("cannot be opened here");
    assertThat(backup.out()).contains("END " + LINES * Integer.BYTES);
    // a write that was under way when the primary died may stand twice
    assertThat(Files.readAllLines(log).stream().distinct().toList())
        .isEqualTo(IntStream.range(0, LINES).mapToObj(i -> i + " line" + i + " line" + i).toList());
  }
}
