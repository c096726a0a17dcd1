import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Completable futures: asynchronous stages, combination, time-outs, delays, failures. */
public final class Completables {
  private static int order;

  private static synchronized int next() {
    return order++;
  }

  public static void main(String[] args) throws Exception {
    List<CompletableFuture<Object>> futures = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Random random = Seen.random(args, i);
      CompletableFuture<Integer> first =
          CompletableFuture.supplyAsync(
              () -> {
                for (int j = 0; j < 20; j++) {
                  Seen.stumble(random);
                }
                if (random.nextInt(6) == 0) {
                  throw new IllegalStateException("number " + next());
                }
                return next();
              });
      CompletableFuture<Integer> never = new CompletableFuture<>();
      futures.add(
          first
              .thenCombineAsync(
                  never.completeOnTimeout(7, 1 + i % 5, TimeUnit.MILLISECONDS),
                  (a, b) -> a * b + next())
              .<Object>thenApplyAsync(value -> value + " " + Thread.currentThread().getName())
              .applyToEither(
                  new CompletableFuture<Object>().orTimeout(3 + i % 4, TimeUnit.MILLISECONDS),
                  value -> value)
              .exceptionally(e -> e instanceof CompletionException ? e.getCause() : e));
    }
    Seen seen = new Seen();
    CompletableFuture.runAsync(
            () -> seen.add(next()), CompletableFuture.delayedExecutor(2, TimeUnit.MILLISECONDS))
        .get();
    for (CompletableFuture<Object> future : futures) {
      seen.add(future.get());
    }
    seen.print();
  }
}
