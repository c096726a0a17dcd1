import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ForkJoinPool;

/** A tree of tasks that complete their parents. */
public final class Completers {

  @SuppressWarnings("serial")
  private static final class Node extends CountedCompleter<Void> {
    private final int number;
    private final List<Integer> order;
    private final String[] args;

    Node(Node parent, int number, List<Integer> order, String[] args) {
      super(parent);
      this.number = number;
      this.order = order;
      this.args = args;
    }

    @Override
    public void compute() {
      Seen.stumble(Seen.random(args, number));
      if (number < 64) {
        setPendingCount(2);
        new Node(this, number * 2, order, args).fork();
        new Node(this, number * 2 + 1, order, args).fork();
      }
      tryComplete();
    }

    @Override
    public void onCompletion(CountedCompleter<?> caller) {
      order.add(number);
    }
  }

  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(3);
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    Seen seen = new Seen();
    for (int i = 0; i < 6; i++) {
      pool.invoke(new Node(null, 1, order, args));
      seen.add(order).add(System.nanoTime());
      order.clear();
    }
    pool.shutdown();
    seen.print();
  }
}
