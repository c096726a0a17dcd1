package io.understudy.link.commit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailuresTest {
  private static final int UNREACHABLE = 101;
  private static final int TOO_LONG = 90;

  private final Failures failures = new Failures();

  @Test
  void everyReceiverHasItsOwn() {
    failures.add(UNREACHABLE, new byte[] {1});
    failures.add(TOO_LONG, new byte[] {2});
    failures.add(UNREACHABLE, null);
    assertThat(failures.take(new byte[] {3})).isZero();
    assertThat(failures.take(new byte[] {1})).isEqualTo(UNREACHABLE);
    assertThat(failures.take(new byte[] {1})).isZero();
    assertThat(failures.take(new byte[] {2})).isEqualTo(TOO_LONG);
    assertThat(failures.take(null)).isEqualTo(UNREACHABLE);
    assertThat(failures.take(null)).isZero();
  }

  @Test
  void theOldestOfTooManyIsForgotten() {
    for (int i = 0; i <= Failures.MOST; i++) {
      failures.add(UNREACHABLE, new byte[] {(byte) i});
    }
    assertThat(failures.take(new byte[] {0})).isZero();
    assertThat(failures.take(new byte[] {1})).isEqualTo(UNREACHABLE);
    assertThat(failures.take(new byte[] {(byte) Failures.MOST})).isEqualTo(UNREACHABLE);
  }
}
