package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** A server that does what cannot be replicated runs on; its log ends there, and says why. */
class UnsupportedIT extends ProgramTest {
  private Ended run(String role, String what) throws InterruptedException {
    return AgentJvm.of(directory, programs.classes(), "role=" + role + ",journal=j")
        .arguments("Unsupported", what)
        .run(role);
  }

  private void endsTheLog(String what, String why) throws InterruptedException {
    Ended recorded = run("record", what);
    assertThat(recorded.exit()).as(recorded.err()).isZero();
    assertThat(recorded.out()).contains("AFTER");
    assertThat(recorded.err()).contains("ALARM the recording ends here: the server " + why);

    Ended replayed = run("replay", what);
    assertThat(replayed.exit()).as(replayed.err()).isZero();
    assertThat(replayed.out()).isEqualTo(recorded.out().lines().findFirst().orElseThrow() + "\n");
    assertThat(replayed.err())
        .contains("the journal ends here, before the program")
        .containsPattern("replayed [1-9]\\d\\d+ records, 0 divergences");
  }

  @Test
  void aSubprocess() throws InterruptedException {
    endsTheLog("subprocess", "called java/lang/ProcessImpl#forkAndExec on thread #1 \"main\"");
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void aVirtualThread() throws InterruptedException {
    endsTheLog("virtual", "started a virtual thread on thread #1 \"main\"");
  }
}
