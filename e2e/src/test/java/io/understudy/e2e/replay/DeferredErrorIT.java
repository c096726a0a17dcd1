package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import io.understudy.testkit.ForkedJvm;
import org.junit.jupiter.api.Test;

/** What the kernel says to a send that was put off reaches the server, and its replica. */
class DeferredErrorIT extends ProgramTest {
  private static final int LONGER_THAN_UDP = 70_000;

  private ForkedJvm jvm(String options, int firstLength) {
    return AgentJvm.brief(directory, programs.classes(), options)
        .arguments("SendErrors", "1", "" + firstLength);
  }

  private void replays(ForkedJvm replayer, Ended recorded) throws InterruptedException {
    assertThat(recorded.exit()).as(recorded.err()).isZero();
    Ended replayed = replayer.run("replay");
    assertThat(replayed.exit()).as(replayed.err()).isZero();
    assertThat(replayed.out()).isEqualTo(recorded.out()).contains("HASH ");
    assertThat(replayed.err()).contains(" records, 0 divergences");
  }

  @Test
  void aDatagramThatIsTooLong() throws Exception {
    Ended recorded = jvm("role=record,journal=j", LONGER_THAN_UDP).run("record");
    assertThat(recorded.out()).contains("REFUSED java.net.SocketException: Message too long\n");
    replays(jvm("role=replay,journal=j", LONGER_THAN_UDP), recorded);
  }

  /** A namespace of its own, whose loopback interface is down. */
  @Test
  void aNetworkWithoutARoute() throws Exception {
    String[] alone = {"unshare", "-Urn"};
    Ended recorded = jvm("role=record,journal=j", 1).launchedBy(alone).run("record");
    assertThat(recorded.out())
        .contains("REFUSED java.net.SocketException: Network is unreachable\n");
    replays(jvm("role=replay,journal=j", 1).launchedBy(alone), recorded);
  }
}
