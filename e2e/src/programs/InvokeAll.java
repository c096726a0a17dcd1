import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Tasks that are submitted together, and come back as they end. */
public final class InvokeAll {

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    CompletionService<Integer> service = new ExecutorCompletionService<>(pool);
    Seen.threads(
            3,
            (index, seen) -> {
              for (int round = 0; round < 10; round++) {
                List<Callable<Integer>> tasks = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                  Random random = Seen.random(args, index * 100 + round * 10 + i);
                  int result = i;
                  tasks.add(
                      () -> {
                        Thread.sleep(0, random.nextInt(900_000));
                        return result;
                      });
                }
                for (Future<Integer> each : pool.invokeAll(tasks, 2, TimeUnit.MILLISECONDS)) {
                  seen.add(each.isCancelled());
                }
                seen.add(pool.invokeAny(tasks));
                tasks.forEach(service::submit);
                for (int i = 0; i < 4; i++) {
                  seen.add(service.take().get());
                }
              }
            })
        .print();
    pool.shutdown();
  }
}
