import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;

/** A SubmissionPublisher and subscribers that ask for more at their own pace. */
public final class Publishers {

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch done = new CountDownLatch(3);
    Seen seen = new Seen();
    try (SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>(pool, 4)) {
      for (int i = 0; i < 3; i++) {
        int index = i;
        Random random = Seen.random(args, i);
        publisher
            .consume(
                item -> {
                  Seen.stumble(random);
                  order.add(index + ":" + item);
                })
            .thenRun(done::countDown);
      }
      for (int i = 0; i < 100; i++) {
        seen.add(
            publisher.offer(i, 200, TimeUnit.MICROSECONDS, (subscriber, item) -> item % 2 == 0));
      }
    }
    done.await();
    pool.shutdown();
    seen.add(order).print();
  }
}
