package io.understudy.agent.jvmti;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The event comes on the contender, before it blocks, and names monitor and owner. */
final class ContendedProbe {
  private static final Object MONITOR = new Object();
  private static volatile Thread contender;
  private static volatile boolean released;
  private static final AtomicInteger EVENTS = new AtomicInteger();
  private static JvmtiMonitors monitors;

  public static void main(String[] args) throws Exception {
    monitors = new JvmtiMonitors(Path.of(args[0]), new Events());
    monitors.warm();
    monitors.enable();
    CountDownLatch held = new CountDownLatch(1);
    Thread holder = new Thread(() -> hold(held), "holder");
    holder.start();
    held.await();
    contender = Thread.currentThread();
    synchronized (MONITOR) {
      // the holder may only have let go once the event had been heard
      System.out.println("events " + EVENTS + ", released " + released);
    }
    holder.join();
  }

  private static void hold(CountDownLatch held) {
    synchronized (MONITOR) {
      held.countDown();
      while (EVENTS.get() == 0) {
        Thread.onSpinWait();
      }
    }
    released = true;
  }

  private static final class Events extends ProbeEvents {
    @Override
    public boolean managed() {
      return Thread.currentThread() == contender;
    }

    @Override
    public void contended(Object monitor) {
      String owner = monitors.owner(monitor).getName();
      System.out.println((monitor == MONITOR) + " " + Thread.holdsLock(monitor) + " " + owner);
      EVENTS.incrementAndGet();
      while (!released) {
        Thread.onSpinWait();
      }
    }
  }
}
