package io.understudy.netctl.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RingTest {
  private final Ring ring = new Ring(1000, 500);

  private static Datagram at(long nanos) {
    return Frames.datagram(7000, 5060, new byte[72], nanos); // 100 bytes with their headers
  }

  @Test
  void theOldestGoWhenTheTimeIsOver() {
    ring.add(at(0));
    ring.add(at(600));
    ring.expire(1000);
    assertThat(ring.size()).isEqualTo(2);
    ring.expire(1001);
    assertThat(ring.take().nanos()).isEqualTo(600);
    assertThat(ring.take()).isNull();
    assertThat(ring.bytes()).isZero();
  }

  @Test
  void theOldestGoWhenThereIsNoRoom() {
    for (int i = 0; i < 8; i++) {
      ring.add(at(i));
    }
    assertThat(ring.bytes()).isEqualTo(500);
    assertThat(ring.take().nanos()).isEqualTo(3);
  }
}
