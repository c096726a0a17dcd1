package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedsTest {
  @Test
  void readsOneAndARange() {
    assertThat(Seeds.parse("7")).containsExactly(7);
    assertThat(Seeds.parse("9-11")).containsExactly(9, 10, 11);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "5-", "9-7", "a"})
  void refusesWhatNamesNone(String text) {
    assertThatThrownBy(() -> Seeds.parse(text)).hasMessageContaining("understudy.seeds=" + text);
  }
}
