package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import io.understudy.testkit.RunningJvm;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Signals from outside the JVM are events of the log. */
class SignalIT extends ProgramTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final int SIGTERM = 128 + 15;

  @Test
  void handlersAndHooksRunAgainInTheirOrder() throws Exception {
    Ended recorded;
    try (RunningJvm running =
        AgentJvm.brief(directory, programs.classes(), "role=record,journal=j")
            .arguments("Signalled")
            .start("record")) {
      for (int i = 1; i <= 3; i++) {
        running.await("HANDLED " + (i - 1), LIMIT);
        new ProcessBuilder("kill", "-WINCH", "" + running.pid()).start().waitFor();
      }
      running.await("HANDLED 3", LIMIT);
      running.terminate();
      recorded = running.finish(60);
    }
    assertThat(recorded.exit()).as(recorded.err()).isEqualTo(SIGTERM);
    assertThat(recorded.out()).contains("HOOK");
    assertThat(recorded.err()).doesNotContain("is not managed");

    Ended replayed =
        AgentJvm.brief(directory, programs.classes(), "role=replay,journal=j")
            .arguments("Signalled")
            .run("replay");
    assertThat(replayed.err()).contains(" records, 0 divergences");
    assertThat(replayed.exit()).isEqualTo(SIGTERM);
    assertThat(replayed.out()).isEqualTo(recorded.out());
  }
}
