import java.util.List;
import java.util.Random;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Steps of {@link Generated}: pools, timers, futures, fork and join. */
final class StressTasks {
  private final ExecutorService fixed = Executors.newFixedThreadPool(2);
  private final ExecutorService cached = Executors.newCachedThreadPool();
  private final ScheduledExecutorService scheduled = Executors.newScheduledThreadPool(2);
  private final ForkJoinPool forks = new ForkJoinPool(2);
  private final Timer timer = new Timer(true);
  private final AtomicInteger order = new AtomicInteger();

  void addTo(List<Generated.Step> steps) {
    steps.add((random, index) -> fixed.submit(task(index)).get());
    steps.add((random, index) -> cached.submit(task(index)).get(1, TimeUnit.MILLISECONDS));
    steps.add((random, index) -> fixed.invokeAny(List.of(task(1), task(2), task(3))));
    steps.add(
        (random, index) ->
            scheduled.schedule(task(index), random.nextInt(2_000), TimeUnit.MICROSECONDS).get());
    steps.add(this::cancel);
    steps.add(this::timer);
    steps.add(this::stages);
    steps.add((random, index) -> forks.submit(task(index)).get());
    steps.add(
        (random, index) ->
            CompletableFuture.supplyAsync(() -> 1)
                .thenCombine(CompletableFuture.supplyAsync(order::get), Integer::sum)
                .get());
    steps.add((random, index) -> cached.submit(() -> fail(random)).get());
  }

  void close() throws InterruptedException {
    timer.cancel();
    for (ExecutorService pool : List.of(fixed, cached, scheduled, forks)) {
      pool.shutdownNow();
      pool.awaitTermination(5, TimeUnit.SECONDS);
    }
  }

  private Callable<Integer> task(int seed) {
    return () -> {
      Random random = new Random(seed);
      for (int i = 0; i < 10; i++) {
        Seen.stumble(random);
      }
      return order.getAndIncrement();
    };
  }

  private static int fail(Random random) {
    Seen.stumble(random);
    throw new IllegalStateException("asked to");
  }

  private boolean cancel(Random random, int index) throws InterruptedException {
    var future = scheduled.schedule(task(index), 500, TimeUnit.MICROSECONDS);
    Thread.sleep(random.nextInt(2));
    return future.cancel(true);
  }

  private int timer(Random random, int index) throws InterruptedException {
    CountDownLatch ran = new CountDownLatch(1);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            order.getAndIncrement();
            ran.countDown();
          }
        },
        random.nextInt(3));
    return ran.await(2, TimeUnit.MILLISECONDS) ? order.get() : -1;
  }

  private Object stages(Random random, int index) throws Exception {
    return new CompletableFuture<Integer>()
        .completeOnTimeout(index, random.nextInt(3), TimeUnit.MILLISECONDS)
        .thenApplyAsync(value -> value + order.getAndIncrement(), fixed)
        .orTimeout(2, TimeUnit.MILLISECONDS)
        .handle((value, e) -> e == null ? value : e.getClass())
        .get();
  }
}
