import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;

/** Names of pools' threads, and which of them does what. */
public final class PoolNames {

  public static void main(String[] args) throws Exception {
    for (ExecutorService pool :
        List.of(
            Executors.newFixedThreadPool(3),
            Executors.newCachedThreadPool(),
            new ForkJoinPool(3))) {
      List<Future<String>> names = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        names.add(
            pool.submit(
                () -> {
                  Thread.yield();
                  return Thread.currentThread().getName();
                }));
      }
      for (Future<String> name : names) {
        System.out.println(name.get());
      }
      pool.shutdown();
    }
  }
}
