import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Fixed, cached and single executors: submit, invokeAll, invokeAny, order of completion. */
public final class Pools {
  private static int order;

  private static Callable<String> task(String[] args, int index) {
    return () -> {
      Random random = Seen.random(args, index);
      for (int i = 0; i < 40; i++) {
        Seen.stumble(random);
        order++;
      }
      return Thread.currentThread().getName() + " " + order;
    };
  }

  public static void main(String[] args) throws Exception {
    Seen seen = new Seen();
    for (ExecutorService pool :
        List.of(
            Executors.newFixedThreadPool(3),
            Executors.newCachedThreadPool(),
            Executors.newSingleThreadExecutor(),
            Executors.newWorkStealingPool(2))) {
      List<Callable<String>> tasks = new ArrayList<>();
      ExecutorCompletionService<String> completions = new ExecutorCompletionService<>(pool);
      for (int i = 0; i < 12; i++) {
        tasks.add(task(args, i));
        completions.submit(task(args, 100 + i));
      }
      for (int i = 0; i < 12; i++) {
        seen.add(completions.take().get());
      }
      for (Future<String> done : pool.invokeAll(tasks)) {
        seen.add(done.get());
      }
      seen.add(pool.invokeAny(tasks));
      pool.shutdown();
      seen.add(pool.awaitTermination(5, TimeUnit.SECONDS)).add(order);
    }
    seen.print();
  }
}
