import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A pool that is too small: who is rejected, discarded, or runs the task itself. */
public final class Rejections {

  public static void main(String[] args) throws Exception {
    Seen all = new Seen();
    for (RejectedExecutionHandler policy :
        List.of(
            new ThreadPoolExecutor.AbortPolicy(),
            new ThreadPoolExecutor.CallerRunsPolicy(),
            new ThreadPoolExecutor.DiscardPolicy(),
            new ThreadPoolExecutor.DiscardOldestPolicy())) {
      List<String> ran = Collections.synchronizedList(new ArrayList<>());
      ThreadPoolExecutor pool =
          new ThreadPoolExecutor(
              1, 2, 1, TimeUnit.MILLISECONDS, new ArrayBlockingQueue<>(2), policy);
      all.add(
          Seen.threads(
              3,
              (index, seen) -> {
                Random random = Seen.random(args, index);
                for (int i = 0; i < 40; i++) {
                  int task = index * 100 + i;
                  try {
                    pool.execute(() -> ran.add(task + Thread.currentThread().getName()));
                  } catch (RejectedExecutionException e) {
                    seen.add(i);
                  }
                  Seen.stumble(random);
                  seen.add(pool.getPoolSize());
                }
              }));
      pool.shutdown();
      all.add(pool.awaitTermination(5, TimeUnit.SECONDS)).add(ran);
    }
    all.print();
  }
}
