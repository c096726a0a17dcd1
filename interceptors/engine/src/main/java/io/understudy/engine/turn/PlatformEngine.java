package io.understudy.engine.turn;

import jdk.internal.misc.Unsafe;

/** Contexts are platform threads and wait in Unsafe.park. */
final class PlatformEngine implements Engine {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  @Override
  public void switchOut(ManagedThread t) {
    while (!t.granted) {
      long wait = Scheduler.remaining(t);
      if (wait < 0) {
        if (Scheduler.expired(t)) {
          return;
        }
      } else {
        UNSAFE.park(false, wait);
      }
      // park returns at once while the interrupt status is set
      if (t.thread.isInterrupted()) {
        t.pendingInterrupt = true;
        Thread.interrupted();
      }
    }
    t.granted = false;
  }

  @Override
  public void ready(ManagedThread t) {
    UNSAFE.unpark(t.thread);
  }
}
