package io.understudy.engine.turn;

import jdk.internal.misc.Unsafe;

/**
 * Lock of the scheduler. Held for some hundred instructions; never while a thread blocks. Not a
 * Java monitor, since the scheduler schedules those.
 */
final class SpinLock {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long HELD = UNSAFE.objectFieldOffset(SpinLock.class, "held");
  private static final int SPINS = 200;

  @SuppressWarnings("unused") // by Unsafe
  private volatile int held;

  void lock() {
    int spins = 0;
    while (!UNSAFE.compareAndSetInt(this, HELD, 0, 1)) {
      if (++spins < SPINS) {
        Thread.onSpinWait();
      } else {
        // may consume a permit: every user of park looks at its flag again
        UNSAFE.park(false, 20_000);
      }
    }
  }

  void unlock() {
    held = 0;
  }
}
