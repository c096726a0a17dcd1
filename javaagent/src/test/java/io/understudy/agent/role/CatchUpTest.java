package io.understudy.agent.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CatchUpTest {
  private final CatchUp catchUp = new CatchUp();

  private boolean note(long executed, long end, int second) {
    return catchUp.note(executed, end, TimeUnit.SECONDS.toNanos(second));
  }

  @Test
  void estimatesFromWhatWasDoneLast() {
    note(0, 1_000, 0);
    assertThat(catchUp.text())
        .isEqualTo("executed 0 of 1000 bytes of log, 1000 left, no estimate yet");
    note(400, 1_000, 4);
    assertThat(catchUp.text()).isEqualTo("executed 400 of 1000 bytes of log, 600 left, about 6 s");
  }

  @Test
  void saysWhenTheLogGrowsFaster() {
    note(0, 1_000, 0);
    note(100, 1_500, 4);
    assertThat(catchUp.text()).endsWith("1400 left, falling behind: the log grows faster");
  }

  @Test
  void isPrintedEveryTenSeconds() {
    assertThat(note(0, 1_000, 0)).isFalse();
    assertThat(note(10, 1_000, 9)).isFalse();
    assertThat(note(11, 1_000, 10)).isTrue();
    assertThat(note(12, 1_000, 11)).isFalse();
    assertThat(note(13, 1_000, 20)).isTrue();
  }

  @Test
  void forgetsTheBackupBefore() {
    note(900, 1_000, 0);
    catchUp.restart();
    assertThat(catchUp.text()).isEmpty();
    note(0, 2_000, 5);
    assertThat(catchUp.text()).endsWith("2000 left, no estimate yet");
  }
}
