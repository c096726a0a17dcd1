import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Scheduled executor: one shot, fixed rate, fixed delay, cancelled. */
public final class Scheduled {
  private static int order;

  public static void main(String[] args) throws Exception {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(3);
    CountDownLatch ticks = new CountDownLatch(60);
    Seen seen = new Seen();
    Runnable tick =
        () -> {
          synchronized (seen) {
            seen.add(Thread.currentThread().getName()).add(order++).add(System.nanoTime());
          }
          ticks.countDown();
        };
    ScheduledFuture<?> rate = pool.scheduleAtFixedRate(tick, 0, 3, TimeUnit.MILLISECONDS);
    ScheduledFuture<?> delay = pool.scheduleWithFixedDelay(tick, 1, 5, TimeUnit.MILLISECONDS);
    for (int i = 0; i < 20; i++) {
      ScheduledFuture<?> once = pool.schedule(tick, i * 2, TimeUnit.MILLISECONDS);
      if (i % 5 == 4) {
        Thread.sleep(8);
        seenCancel(seen, once.cancel(false));
      }
    }
    ticks.await();
    seenCancel(seen, rate.cancel(false) && delay.cancel(true));
    pool.shutdown();
    pool.awaitTermination(5, TimeUnit.SECONDS);
    seen.print();
  }

  private static void seenCancel(Seen seen, boolean cancelled) {
    synchronized (seen) {
      seen.add(cancelled).add(order);
    }
  }
}
