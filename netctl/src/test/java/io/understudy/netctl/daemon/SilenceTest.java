package io.understudy.netctl.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Times are in ms; it is looked every 20. */
class SilenceTest {
  private final Silence silence = new Silence(20, 0);

  @Test
  void itCountsFromTheLastWord() {
    lookUntil(200);
    assertThat(silence.nanos(200)).isEqualTo(200);
    silence.heard(205);
    assertThat(silence.nanos(215)).isEqualTo(10);
  }

  @Test
  void timeInWhichThisProcessDidNotRunIsNone() {
    lookUntil(100);
    assertThat(silence.nanos(1_100)).as("before the next look").isEqualTo(120);
    silence.look(1_100);
    assertThat(silence.nanos(1_100)).isEqualTo(120);
    silence.look(1_120);
    assertThat(silence.nanos(1_130)).isEqualTo(150);
    silence.heard(1_140);
    assertThat(silence.nanos(1_150)).isEqualTo(10);
  }

  private void lookUntil(long end) {
    for (long now = 20; now <= end; now += 20) {
      silence.look(now);
    }
  }
}
