package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import org.junit.jupiter.api.Test;

/** A turn that does not move is seen, told, and given up; the server goes on. */
class StuckTurnIT extends ProgramTest {
  @Test
  void endsTheLogAndNotTheServer() throws Exception {
    Ended recorded =
        AgentJvm.brief(directory, programs.classes(), "role=record,journal=j")
            .arguments("StuckTurn")
            .run("record");
    assertThat(recorded.exit()).as(recorded.err()).isZero();
    assertThat(recorded.out()).contains("AFTER");
    assertThat(recorded.err())
        .contains("ALARM the turn does not move: #")
        .contains("ALARM the recording ends here: the turn does not move: #")
        .contains("StuckTurn");
  }
}
