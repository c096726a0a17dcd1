package io.understudy.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunQueueTest {
  private final RunQueue queue = new RunQueue();

  private static ManagedThread thread(int id) {
    return new ManagedThread(Thread.currentThread(), id);
  }

  @Test
  void firstComeFirstServed() {
    for (int i = 1; i <= 200; i++) {
      queue.add(thread(i), Reason.UNPARK);
    }
    for (int i = 1; i <= 200; i++) {
      assertThat(queue.poll().id).isEqualTo(i);
    }
    assertThat(queue.poll()).isNull();
    assertThat(queue.hasRunnable()).isFalse();
  }

  @Test
  void aSecondReasonReplacesTheFirstAndKeepsThePlace() {
    ManagedThread a = thread(1);
    ManagedThread b = thread(2);
    queue.add(a, Reason.TIMEOUT);
    queue.add(b, Reason.UNPARK);
    queue.add(a, Reason.NOTIFY);
    assertThat(queue.size()).isEqualTo(2);
    assertThat(queue.poll()).isSameAs(a);
    assertThat(a.wake).isEqualTo(Reason.NOTIFY);
  }

  @Test
  void aRemovedThreadIsNotGranted() {
    ManagedThread a = thread(1);
    queue.add(a, Reason.UNPARK);
    queue.remove(a);
    assertThat(a.queued).isFalse();
    assertThat(queue.poll()).isNull();
  }
}
