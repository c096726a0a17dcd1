package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import io.understudy.testkit.ForkedJvm;
import io.understudy.testkit.RunningJvm;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** ProcessHandle.onExit: a replay learns of the end of a process that is long gone. */
class ProcessEndIT extends ProgramTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private ForkedJvm jvm(String role, long pid) {
    return AgentJvm.brief(directory, programs.classes(), "role=" + role + ",journal=j")
        .arguments("ProcessEnd", Long.toString(pid));
  }

  @Test
  void itsEndIsInTheLog() throws Exception {
    Process process = new ProcessBuilder("sleep", "600").start();
    Ended recorded;
    try (RunningJvm running = jvm("record", process.pid()).start("record")) {
      running.await("WAITS", LIMIT);
      assertThat(running.out()).doesNotContain("ended");
      process.destroyForcibly().waitFor();
      recorded = running.finish(120);
    } finally {
      process.destroyForcibly();
    }
    assertThat(recorded.out()).as(recorded.err()).contains("ended false");

    Ended replayed = jvm("replay", process.pid()).run("replay");
    assertThat(replayed.err()).contains(" records, 0 divergences");
    assertThat(replayed.out()).isEqualTo(recorded.out());
  }
}
