import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Which of several futures is first. */
public final class AnyOfWinner {

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    for (int round = 0; round < 5; round++) {
      CompletableFuture<?>[] all = new CompletableFuture<?>[4];
      for (int i = 0; i < 4; i++) {
        int id = i;
        all[i] =
            CompletableFuture.supplyAsync(
                () -> {
                  LockSupport.parkNanos(300_000);
                  return id;
                },
                pool);
      }
      System.out.println(CompletableFuture.anyOf(all).join());
    }
    pool.shutdown();
  }
}
