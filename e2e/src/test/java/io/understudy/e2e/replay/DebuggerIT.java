package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import io.understudy.testkit.RunningJvm;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A recording runs again under a debugger, is stopped in the middle, and goes on as recorded. */
class DebuggerIT extends ProgramTest {
  private static final String PROGRAM = "Contention";
  private static final int LIMIT_SECONDS = 60;

  @Test
  void aReplayThatIsStoppedAtABreakpointSeesTheSame() throws Exception {
    Ended recorded =
        AgentJvm.of(directory, programs.classes(), "role=record,journal=j")
            .arguments(PROGRAM, "1")
            .run("record");
    assertThat(recorded.exit()).as(recorded.err()).isZero();

    String debugged = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:0";
    try (RunningJvm replaying =
        AgentJvm.of(directory, programs.classes(), "role=replay,journal=j")
            .arguments(debugged, PROGRAM, "1")
            .start("replay")) {
      replaying.await("Listening for transport", Duration.ofSeconds(LIMIT_SECONDS));
      int stops = Debugger.attach(replaying.out()).stopIn(PROGRAM, "ticket", 20);
      Ended replayed = replaying.finish(LIMIT_SECONDS);
      assertThat(stops).isEqualTo(20);
      assertThat(replayed.exit()).as(replayed.err()).isZero();
      assertThat(replayed.out()).endsWith(recorded.out());
      assertThat(replayed.err()).contains(" records, 0 divergences");
    }
  }
}
