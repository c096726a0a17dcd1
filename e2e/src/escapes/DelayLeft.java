import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** What a Delayed and a ScheduledFuture have left. */
public final class DelayLeft {

  public static void main(String[] args) throws Exception {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
    ScheduledFuture<?> future = pool.schedule(() -> {}, 1, TimeUnit.HOURS);
    for (int i = 0; i < 3; i++) {
      System.out.println(future.getDelay(TimeUnit.NANOSECONDS));
    }
    pool.shutdownNow();
  }
}
