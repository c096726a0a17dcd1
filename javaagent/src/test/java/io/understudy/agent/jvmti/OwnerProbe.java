package io.understudy.agent.jvmti;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The owner is right while the collector moves everything it can. */
final class OwnerProbe {
  private static final int ROUNDS = 1_000;
  private static volatile boolean stop;

  public static void main(String[] args) throws Exception {
    JvmtiMonitors monitors = new JvmtiMonitors(Path.of(args[0]), new ProbeEvents());
    monitors.warm();
    Thread litter = new Thread(OwnerProbe::litter);
    litter.start();
    int wrong = 0;
    for (int i = 0; i < ROUNDS; i++) {
      wrong += foreign(monitors, i % 100 == 0) ? 0 : 1;
    }
    System.out.println("wrong " + wrong);
    stop = true;
  }

  private static boolean foreign(JvmtiMonitors monitors, boolean fresh)
      throws InterruptedException {
    Object monitor = new Object();
    if (!fresh) {
      synchronized (monitor) {
        return monitors.owner(monitor) == Thread.currentThread();
      }
    }
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    Thread holder = new Thread(() -> hold(monitor, held, asked));
    holder.start();
    held.await();
    boolean right = monitors.owner(monitor) == holder;
    asked.countDown();
    holder.join();
    return right && monitors.owner(monitor) == null;
  }

  private static void hold(Object monitor, CountDownLatch held, CountDownLatch asked) {
    synchronized (monitor) {
      held.countDown();
      try {
        asked.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void litter() {
    byte[] garbage = new byte[1];
    while (!stop && garbage[0] == 0) {
      garbage = new byte[1 << 14];
    }
  }
}
