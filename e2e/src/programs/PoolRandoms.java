import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** Random numbers of pool threads, drawn in whatever order they run. */
public final class PoolRandoms {

  public static void main(String[] args) throws Exception {
    Random shared = new Random();
    ForkJoinPool forks = new ForkJoinPool(3);
    ExecutorService fixed = Executors.newFixedThreadPool(3);
    List<Future<String>> drawn = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      Random random = Seen.random(args, i);
      Callable<String> task =
          () -> {
            Seen.stumble(random);
            return shared.nextInt()
                + " "
                + ThreadLocalRandom.current().nextInt()
                + " "
                + Math.random();
          };
      drawn.add(i % 2 == 0 ? forks.submit(task) : fixed.submit(task));
    }
    Seen seen = new Seen();
    for (Future<String> each : drawn) {
      seen.add(each.get());
    }
    forks.shutdown();
    fixed.shutdown();
    seen.print();
  }
}
