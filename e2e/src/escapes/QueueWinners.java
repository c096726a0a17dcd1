import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Which consumer gets which element. */
public final class QueueWinners {

  public static void main(String[] args) throws Exception {
    BlockingQueue<Integer> queue = new LinkedBlockingQueue<>(3);
    List<String> got = Collections.synchronizedList(new ArrayList<>());
    Crew.of(
        4,
        i -> {
          for (int n = 0; n < 10; n++) {
            if (i == 0) {
              queue.offer(n, 1, TimeUnit.MILLISECONDS);
            } else {
              got.add(i + ":" + queue.poll(300, TimeUnit.MICROSECONDS));
            }
          }
        });
    System.out.println(got);
  }
}
