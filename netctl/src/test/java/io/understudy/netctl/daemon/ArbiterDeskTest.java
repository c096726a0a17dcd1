package io.understudy.netctl.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.netctl.announce.Announcements;
import io.understudy.netctl.arbiter.Arbiter;
import io.understudy.netctl.arbiter.Holding;
import io.understudy.netctl.gate.SimKernel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the model found: an epoch is won by an answer to this question, or not at all. */
class ArbiterDeskTest {
  private final List<String> asked = new ArrayList<>();
  private Holding standing = new Holding(1, "alpha");
  private final ArbiterDesk desk =
      new ArbiterDesk(
          arbiter(),
          "alpha",
          Duration.ofMillis(400),
          new Speaker(
              new SimKernel(System::nanoTime, () -> {}, () -> {}, () -> {}, "").gate(200),
              Announcements.NONE,
              Duration.ofMillis(400),
              new byte[6]),
          new EventLog(event -> {}),
          DaemonThread.named("test-arbiter"));

  @AfterEach
  void end() {
    desk.close();
  }

  @Test
  void anEpochThatThisNodeHeldBeforeItsDaemonBeganIsNotWonAgain() throws Exception {
    assertThat(claim(Claims.ANY_EPOCH)).isEqualTo(new Holding(2, "alpha"));
  }

  @Test
  void whatWasHeardBeforeIsNoAnswer() throws Exception {
    assertThat(claim(1)).isEqualTo(new Holding(2, "alpha"));
    standing = new Holding(3, "beta");
    asked.clear();
    assertThat(claim(1)).as("the answer of a moment ago is too old").isEqualTo(standing);
    assertThat(asked).containsExactly("read");
  }

  private Holding claim(long most) throws Exception {
    CompletableFuture<Holding> answer = new CompletableFuture<>();
    desk.claim(most, answer::complete);
    return answer.get(10, TimeUnit.SECONDS);
  }

  private Arbiter arbiter() {
    return new Arbiter() {
      @Override
      public Holding read() throws IOException {
        asked.add("read");
        return standing;
      }

      @Override
      public Holding swap(Holding expected, Holding wanted) throws IOException {
        asked.add("swap");
        standing = standing.equals(expected) ? wanted : standing;
        return standing;
      }

      @Override
      public void close() {}
    };
  }
}
