package io.understudy.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.engine.turn.Mode;
import io.understudy.engine.turn.Promotion;
import io.understudy.engine.turn.Turn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** The calling thread has the turn, and would wait for ever if it gave it up. */
class MonitorsTest {
  private static final Object MONITOR = new Object();

  @AfterAll
  static void end() {
    Promotion.finish();
  }

  @Test
  @Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
  void theTurnIsKeptBeforeAMonitorOfAThreadThatHadNoTurnYet() {
    Thread begun = new Thread(() -> {}, "begun");
    Monitors.install(new OwnedBy(begun));
    Turn.begin(Thread.currentThread(), Mode.RECORD, null);
    Turn.register(begun);
    long before = Monitors.foreignOwners();

    Monitors.contended(MONITOR);

    assertThat(Turn.isHolder(Thread.currentThread())).isTrue();
    assertThat(Monitors.foreignOwners()).isEqualTo(before + 1);
    assertThat(Monitors.contentions()).isZero();
  }

  /** Every monitor belongs to one thread. */
  private record OwnedBy(Thread thread) implements ContendedMonitors {
    @Override
    public int exit(Object monitor) {
      throw new AssertionError("nobody owns it here");
    }

    @Override
    public int enter(Object monitor) {
      throw new AssertionError("the JVM enters it by itself");
    }

    @Override
    public Thread owner(Object monitor) {
      return thread;
    }
  }
}
