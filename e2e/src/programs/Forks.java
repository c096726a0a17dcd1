import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/** A fork-join pool of its own, and the common pool: who computed what. */
public final class Forks {
  private static final class Range extends RecursiveTask<Long> {
    private static final long serialVersionUID = 1;
    private final int from;
    private final int to;

    Range(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    protected Long compute() {
      if (to - from < 8) {
        Seen.stumble(new Random(from));
        synchronized (Forks.class) {
          order = order * 31 + from;
        }
        return (long) Thread.currentThread().getName().length() + from;
      }
      int middle = (from + to) / 2;
      Range left = new Range(from, middle);
      left.fork();
      return new Range(middle, to).compute() + left.join();
    }
  }

  private static long order;

  public static void main(String[] args) throws Exception {
    Seen seen = new Seen();
    ForkJoinPool pool = new ForkJoinPool(3);
    for (int i = 0; i < 10; i++) {
      seen.add(pool.invoke(new Range(0, 500))).add(order);
      seen.add(ForkJoinPool.commonPool().submit(new Range(0, 300)).get()).add(order);
    }
    pool.shutdown();
    seen.print();
  }
}
