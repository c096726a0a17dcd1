import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Count-down latches as start gun and finish line, and one awaited for too short a time. */
public final class Latches {
  private static int order;

  public static void main(String[] args) throws Exception {
    int count = 6;
    CountDownLatch start = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(count);
    Seen.threads(
            count + 1,
            (index, seen) -> {
              if (index == count) {
                seen.add(finish.await(500, TimeUnit.MICROSECONDS)).add(System.nanoTime());
                start.countDown();
                finish.await();
                seen.add(order);
                return;
              }
              Random random = Seen.random(args, index);
              start.await();
              for (int i = 0; i < 300; i++) {
                seen.add(order++);
                Seen.stumble(random);
              }
              finish.countDown();
              seen.add(finish.getCount());
            })
        .print();
  }
}
