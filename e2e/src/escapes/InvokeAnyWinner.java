import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Which task of invokeAny wins. */
public final class InvokeAnyWinner {

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    for (int round = 0; round < 5; round++) {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        int id = i;
        tasks.add(
            () -> {
              Thread.sleep(1);
              return id;
            });
      }
      System.out.println(pool.invokeAny(tasks));
    }
    pool.shutdown();
  }
}
