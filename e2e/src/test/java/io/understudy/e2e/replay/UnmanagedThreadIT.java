package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import org.junit.jupiter.api.Test;

/** What a thread that is not managed does in the server's code is no function of the log. */
class UnmanagedThreadIT extends ProgramTest {
  @Test
  void theOperatorIsToldWhereItEnters() throws InterruptedException {
    Ended recorded =
        AgentJvm.brief(directory, programs.classes(), "role=record,journal=j")
            .arguments("CleanerActions")
            .run("record");
    assertThat(recorded.exit()).as(recorded.err()).isZero();
    assertThat(recorded.err())
        .containsPattern(
            "thread \"Cleaner-\\d+\" of jdk\\.internal\\.misc\\.InnocuousThread in"
                + " CleanerActions\\.lambda\\$main\\$0 is not managed");
  }
}
