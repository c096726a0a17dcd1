package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import io.understudy.testkit.ForkedJvm;
import io.understudy.testkit.RunningJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A timed wait that stands at a takeover goes on; it does not begin anew. */
class WaitTakeoverIT extends ProgramTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final long STOOD_MILLIS = 7_000;
  private static final long WAIT_MILLIS = 10_000;

  private ForkedJvm node(String role, String address) {
    String options = "role=" + role + ",journal=" + role + ",input=in," + address;
    return AgentJvm.brief(directory, programs.classes(), options).arguments("TakeoverWaits");
  }

  @Test
  void endsWhenThePrimaryWouldHaveEndedIt() throws Exception {
    Path in = Files.createDirectory(directory.resolve("in"));
    int port = freePort();
    Ended backup;
    try (RunningJvm primary = node("primary", "listen=127.0.0.1:" + port).start("primary");
        RunningJvm second = node("backup", "peer=127.0.0.1:" + port).start("backup")) {
      primary.await("protected: the backup follows", LIMIT);
      Files.createFile(in.resolve("go"));
      primary.await("WAITING", LIMIT);
      Thread.sleep(STOOD_MILLIS);
      primary.kill();
      backup = second.finish(120);
    }
    assertThat(backup.exit()).as(backup.err()).isZero();
    assertThat(backup.err()).contains("live in epoch 2");
    for (String wait : new String[] {"sleep", "socket", "adaptor", "selector"}) {
      Matcher m = Pattern.compile("(?m)^" + wait + " true after (\\d+)$").matcher(backup.out());
      assertThat(m.find()).as(backup.out()).isTrue();
      assertThat(Long.parseLong(m.group(1)))
          .as(wait)
          .isBetween(WAIT_MILLIS - 5, WAIT_MILLIS + STOOD_MILLIS - 2_000);
    }
  }
}
