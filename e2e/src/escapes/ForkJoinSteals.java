import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/** Steals and sizes of a fork-join pool. */
public final class ForkJoinSteals {

  @SuppressWarnings("serial")
  static final class Sum extends RecursiveTask<Integer> {
    private final int from;
    private final int to;

    Sum(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    protected Integer compute() {
      if (to - from < 8) {
        Crew.pause(from);
        return from;
      }
      Sum left = new Sum(from, (from + to) / 2);
      left.fork();
      return new Sum((from + to) / 2, to).compute() - left.join();
    }
  }

  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(3);
    System.out.println(pool.invoke(new Sum(0, 400)));
    System.out.println(pool.getStealCount() + " " + pool.getPoolSize() + " " + pool);
    pool.shutdown();
  }
}
