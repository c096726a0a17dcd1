import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** When the runs of a scheduled executor come. */
public final class ScheduledDrift {

  public static void main(String[] args) throws Exception {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(2);
    CountDownLatch runs = new CountDownLatch(6);
    long begin = System.nanoTime();
    for (int i = 0; i < 2; i++) {
      int id = i;
      pool.scheduleAtFixedRate(
          () -> {
            System.out.println(id + " " + (System.nanoTime() - begin));
            runs.countDown();
          },
          1,
          2,
          TimeUnit.MILLISECONDS);
    }
    runs.await();
    pool.shutdownNow();
    System.out.println(pool.awaitTermination(5, TimeUnit.SECONDS));
  }
}
