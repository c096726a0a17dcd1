import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** Interrupts of sleep, wait, park, join and a latch, by a thread that races with their ends. */
public final class Interrupts {
  private static void block(int way, Object monitor, CountDownLatch never) throws Exception {
    switch (way) {
      case 0 -> Thread.sleep(2);
      case 1 -> {
        synchronized (monitor) {
          monitor.wait(2);
        }
      }
      case 2 -> LockSupport.parkNanos(2_000_000);
      case 3 -> Thread.currentThread().join(2);
      default -> never.await(2, java.util.concurrent.TimeUnit.MILLISECONDS);
    }
  }

  public static void main(String[] args) throws Exception {
    Object monitor = new Object();
    CountDownLatch never = new CountDownLatch(1);
    Thread[] victims = new Thread[4];
    Seen.threads(
            5,
            (index, seen) -> {
              if (index < victims.length) {
                victims[index] = Thread.currentThread();
              }
              for (int i = 0; i < 100; i++) {
                if (index == victims.length) {
                  Thread victim = victims[i % victims.length];
                  if (victim != null) {
                    victim.interrupt();
                    seen.add(victim.isInterrupted());
                  }
                  Thread.sleep(1);
                  continue;
                }
                try {
                  block(i % 5, monitor, never);
                  seen.add(Thread.currentThread().isInterrupted());
                } catch (InterruptedException e) {
                  seen.add(e.getMessage());
                }
                seen.add(Thread.interrupted());
              }
            })
        .print();
  }
}
