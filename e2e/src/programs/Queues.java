import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;

/** Blocking queues of each kind, two producers and two consumers. */
public final class Queues {
  private static final int EACH = 250;

  public static void main(String[] args) throws Exception {
    List<BlockingQueue<Integer>> queues =
        List.of(
            new LinkedBlockingQueue<>(),
            new ArrayBlockingQueue<>(4),
            new SynchronousQueue<>(),
            new SynchronousQueue<>(true),
            new LinkedTransferQueue<>(),
            new LinkedBlockingDeque<>(4),
            new PriorityBlockingQueue<>());
    Seen all = new Seen();
    for (BlockingQueue<Integer> queue : queues) {
      all.add(
          Seen.threads(
              4,
              (index, seen) -> {
                Random random = Seen.random(args, index);
                for (int i = 0; i < EACH; i++) {
                  Seen.stumble(random);
                  if (index % 2 == 0) {
                    queue.put(index * EACH + i);
                    seen.add(queue.size());
                  } else {
                    seen.add(queue.take());
                  }
                }
              }));
    }
    all.print();
  }
}
