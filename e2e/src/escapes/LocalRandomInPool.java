import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** ThreadLocalRandom on pool threads. */
public final class LocalRandomInPool {

  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(3);
    List<Future<Integer>> numbers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      numbers.add(pool.submit(() -> ThreadLocalRandom.current().nextInt()));
    }
    for (Future<Integer> number : numbers) {
      System.out.println(number.get());
    }
    pool.shutdown();
  }
}
