package io.understudy.agent.jvmti;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A monitor held several times is given away and taken back, in interpreted and compiled code. */
final class NestedProbe {
  private static final int ROUNDS = 20_000;
  private static JvmtiMonitors monitors;
  private static final AtomicInteger OTHERS = new AtomicInteger();

  public static void main(String[] args) throws Exception {
    monitors = new JvmtiMonitors(Path.of(args[0]), new ProbeEvents());
    monitors.warm();
    for (int i = 0; i < ROUNDS; i++) {
      nested(new Object(), i % 5_000 == 0);
    }
    System.out.println("others " + OTHERS);
  }

  private static void nested(Object monitor, boolean other) throws InterruptedException {
    synchronized (monitor) {
      synchronized (monitor) {
        synchronized (monitor) {
          giveAway(monitor, other);
        }
      }
    }
    if (Thread.holdsLock(monitor)) {
      throw new IllegalStateException("still held");
    }
  }

  private static void giveAway(Object monitor, boolean other) throws InterruptedException {
    int times = 0;
    for (; Thread.holdsLock(monitor); times++) {
      JvmtiException.check("MonitorExit", monitors.exit(monitor));
    }
    // compiled code may have merged the nested enters (-XX:+EliminateNestedLocks)
    if (times < 1 || times > 3) {
      throw new IllegalStateException("held " + times + " times");
    }
    if (other) {
      Thread thread = new Thread(() -> take(monitor));
      thread.start();
      thread.join();
    }
    for (; times > 0; times--) {
      JvmtiException.check("MonitorEnter", monitors.enter(monitor));
    }
  }

  private static void take(Object monitor) {
    synchronized (monitor) {
      OTHERS.incrementAndGet();
    }
  }
}
