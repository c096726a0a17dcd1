package io.understudy.engine.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.internal.misc.Unsafe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BuffersTest {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int ROOM = 256;

  private final long memory = UNSAFE.allocateMemory(ROOM);

  @AfterEach
  void free() {
    UNSAFE.freeMemory(memory);
  }

  /** Two buffers of 3 and 5 bytes behind an iovec. */
  private long iovec() {
    for (int i = 0; i < 8; i++) {
      UNSAFE.putByte(memory + 100 + i, (byte) (i + 1));
    }
    UNSAFE.putLong(memory, memory + 100);
    UNSAFE.putLong(memory + 8, 3);
    UNSAFE.putLong(memory + 16, memory + 103);
    UNSAFE.putLong(memory + 24, 5);
    return memory;
  }

  @Test
  void aVectorIsGatheredInOrder() {
    assertThat(Buffers.gather(iovec(), 2, Integer.MAX_VALUE))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void aVectorIsCutAtTheResult() {
    assertThat(Buffers.gather(iovec(), 2, 4)).containsExactly(1, 2, 3, 4);
    assertThat(Buffers.gather(iovec(), 2, 0)).isEmpty();
    assertThat(Buffers.gather(iovec(), 0, 10)).isEmpty();
  }

  @Test
  void aFailedCallFillsNothing() {
    MemoryLog log = new MemoryLog();
    Buffers.write(log.writer(), memory, -2);

    assertThat(log.size()).isEqualTo(1);
    assertThat(Buffers.fixed(-2, 28)).isZero();
    assertThat(Buffers.fixed(0, 28)).isEqualTo(28);
  }

  @Test
  void memoryIsCopied() {
    UNSAFE.putByte(memory, (byte) 9);
    byte[] copy = Buffers.copy(memory, 1);
    UNSAFE.putByte(memory, (byte) 1);

    assertThat(copy).containsExactly(9);
    assertThat(Buffers.copy(memory, -1)).isEmpty();
  }
}
