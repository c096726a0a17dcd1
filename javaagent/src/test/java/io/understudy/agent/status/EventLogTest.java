package io.understudy.agent.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLogTest {
  @Test
  void keepsTheLastInOrder() {
    EventLog log = new EventLog(3);
    for (int i = 1; i <= 5; i++) {
      log.keep("event " + i);
    }
    assertThat(log.events())
        .extracting(Event::text)
        .containsExactly("event 3", "event 4", "event 5");
    assertThat(log.events()).extracting(Event::number).containsExactly(3L, 4L, 5L);
  }

  @Test
  void losesNothingThatItHasRoomForWhenManyWrite() throws InterruptedException {
    EventLog log = new EventLog(4000);
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread writer =
          new Thread(
              () -> {
                for (int j = 0; j < 1000; j++) {
                  log.keep("x");
                }
              });
      writers.add(writer);
      writer.start();
    }
    for (Thread writer : writers) {
      writer.join();
    }
    assertThat(log.events()).hasSize(4000);
  }

  @Test
  void aStatusIsOneLine() {
    Status status = new Status("primary", true, false, 2, 100, 0, 0, "no backup");
    assertThat(status.line())
        .isEqualTo(
            "role=primary live unprotected epoch=2 written=100 received=0 executed=0 (no backup)");
  }
}
