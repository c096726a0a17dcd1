import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.SubmissionPublisher;

/** How a SubmissionPublisher hands items to its subscribers. */
public final class PublisherOrder {

  public static void main(String[] args) throws Exception {
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch done = new CountDownLatch(2);
    try (SubmissionPublisher<Integer> publisher =
        new SubmissionPublisher<>(
            Executors.newFixedThreadPool(
                2,
                task -> {
                  Thread thread = new Thread(task);
                  thread.setDaemon(true);
                  return thread;
                }),
            4)) {
      for (int i = 0; i < 2; i++) {
        int id = i;
        publisher
            .consume(
                item -> {
                  Crew.pause(item + id);
                  seen.add(id + ":" + item);
                })
            .thenRun(done::countDown);
      }
      for (int i = 0; i < 20; i++) {
        seen.add("lag " + publisher.submit(i));
      }
    }
    done.await();
    System.out.println(seen);
  }
}
