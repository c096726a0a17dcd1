import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Steps of {@link Generated} that hold other steps: loops, monitors, locks, threads, tasks of
 * pools, timers and futures.
 */
final class GeneratedNesting {
  private static final int DEPTH = 3;
  private static final int KINDS = 9;

  private final List<Generated.Step> simple;
  private final Object[] monitors = new Object[4];
  private final ReentrantLock[] locks = new ReentrantLock[4];
  private final List<ExecutorService> pools = new ArrayList<>();
  private final ScheduledExecutorService timers;
  private final Seen seen = new Seen();

  GeneratedNesting(Random draws, List<Generated.Step> simple) {
    this.simple = simple;
    for (int i = 0; i < monitors.length; i++) {
      monitors[i] = new Object();
      locks[i] = new ReentrantLock(draws.nextBoolean());
    }
    pools.add(Executors.newFixedThreadPool(1 + draws.nextInt(3)));
    pools.add(draws.nextBoolean() ? Executors.newCachedThreadPool() : new ForkJoinPool(2));
    timers = Executors.newScheduledThreadPool(1 + draws.nextInt(2));
    pools.add(timers);
  }

  /** What steps saw that nobody waited for. Of use when all threads have ended. */
  Seen seen() {
    return seen;
  }

  /**
   * Draws the next part of a thread's program.
   *
   * @param held monitors and locks below this one may be held
   */
  Generated.Step draw(Random random, int held) {
    return draw(random, held, 0);
  }

  private Generated.Step draw(Random random, int held, int depth) {
    if (depth == DEPTH || random.nextInt(3) > 0) {
      return simple.get(random.nextInt(simple.size()));
    }
    int next = held + random.nextInt(2);
    return switch (random.nextInt(KINDS)) {
      case 0 -> next < monitors.length ? inMonitor(next, draw(random, next + 1, depth + 1)) : NONE;
      case 1 -> next < locks.length ? inLock(next, draw(random, next + 1, depth + 1)) : NONE;
      case 2 -> loop(1 + random.nextInt(4), draw(random, held, depth + 1));
      case 3 -> both(draw(random, held, depth + 1), draw(random, held, depth + 1));
      case 4 -> inThread(draw(random, 0, depth + 1));
      case 5 -> inPool(random.nextInt(2), draw(random, 0, depth + 1));
      case 6 -> later(random.nextInt(1_500), draw(random, 0, depth + 1));
      case 7 -> inFuture(draw(random, 0, depth + 1), draw(random, 0, depth + 1));
      default -> waits(next % monitors.length, held);
    };
  }

  private static final Generated.Step NONE = (random, index) -> "none";

  private Generated.Step inMonitor(int which, Generated.Step inner) {
    return (random, index) -> {
      synchronized (monitors[which]) {
        monitors[which].notifyAll();
        return Generated.outcome(inner, random, index);
      }
    };
  }

  private Generated.Step inLock(int which, Generated.Step inner) {
    // behind the monitor of the same number
    return (random, index) -> {
      synchronized (monitors[which]) {
        locks[which].lock();
        try {
          return Generated.outcome(inner, random, index);
        } finally {
          locks[which].unlock();
        }
      }
    };
  }

  private Generated.Step waits(int which, int held) {
    return (random, index) -> {
      if (which < held) {
        return "held";
      }
      synchronized (monitors[which]) {
        monitors[which].wait(1 + random.nextInt(2));
        return System.nanoTime();
      }
    };
  }

  private static Generated.Step loop(int times, Generated.Step inner) {
    return (random, index) -> {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < times; i++) {
        all.append(Generated.outcome(inner, random, index));
      }
      return all;
    };
  }

  private static Generated.Step both(Generated.Step first, Generated.Step second) {
    return (random, index) ->
        Generated.outcome(first, random, index) + Generated.outcome(second, random, index);
  }

  private Generated.Step inThread(Generated.Step inner) {
    return (random, index) -> {
      Callable<Void> task = task(inner, random, index);
      Thread child = new Thread(() -> call(task));
      child.start();
      child.join(1 + random.nextInt(3));
      return child.isAlive() + child.getName();
    };
  }

  private Generated.Step inPool(int which, Generated.Step inner) {
    return (random, index) ->
        pools.get(which).submit(task(inner, random, index)).get(3, TimeUnit.MILLISECONDS);
  }

  private Generated.Step later(int micros, Generated.Step inner) {
    return (random, index) -> {
      var future = timers.schedule(task(inner, random, index), micros, TimeUnit.MICROSECONDS);
      return random.nextBoolean() ? future.cancel(true) : future.get(2, TimeUnit.MILLISECONDS);
    };
  }

  private Generated.Step inFuture(Generated.Step first, Generated.Step second) {
    return (random, index) -> {
      Callable<Void> one = task(first, random, index);
      Callable<Void> two = task(second, random, index);
      return CompletableFuture.runAsync(() -> call(one), pools.get(0))
          .thenRunAsync(() -> call(two), pools.get(1))
          .orTimeout(3, TimeUnit.MILLISECONDS)
          .handle((nothing, e) -> e == null ? "done" : e.getClass())
          .get(5, TimeUnit.MILLISECONDS);
    };
  }

  /** The step as a task of another thread, with random numbers of its own. */
  private Callable<Void> task(Generated.Step inner, Random random, int index) {
    Random own = new Random(random.nextLong());
    return () -> {
      String outcome = Generated.outcome(inner, own, index);
      synchronized (seen) {
        seen.add(outcome);
      }
      return null;
    };
  }

  private static void call(Callable<Void> task) {
    try {
      task.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  void close() throws InterruptedException {
    for (ExecutorService pool : pools) {
      pool.shutdownNow();
      if (!pool.awaitTermination(10, TimeUnit.SECONDS)) {
        System.out.println("a pool did not end");
      }
    }
  }
}
