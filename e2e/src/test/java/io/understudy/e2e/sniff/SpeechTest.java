package io.understudy.e2e.sniff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpeechTest {
  @Test
  void answersWhenANodeFirstSpokeAndHowOften() {
    Speech speech = new Speech();
    for (long time = 100; time <= 300_000; time += 100) {
      speech.add(time);
    }

    assertThat(speech.firstAfter(1_050)).isEqualTo(1_100);
    assertThat(speech.firstAfter(300_001)).isZero();
    assertThat(speech.countAfter(299_800)).isEqualTo(2);
    assertThat(new Speech().firstAfter(0)).isZero();
  }
}
