import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A semaphore with fewer permits than threads. */
public final class Semaphores {
  private static int order;

  public static void main(String[] args) throws Exception {
    Semaphore semaphore = new Semaphore(2);
    Seen.threads(
            5,
            (index, seen) -> {
              Random random = Seen.random(args, index);
              for (int i = 0; i < 300; i++) {
                if (i % 4 == 0) {
                  if (!semaphore.tryAcquire(300, TimeUnit.MICROSECONDS)) {
                    seen.add(-1);
                    continue;
                  }
                } else {
                  semaphore.acquire();
                }
                Seen.stumble(random);
                seen.add(order++).add(semaphore.availablePermits()).add(semaphore.getQueueLength());
                semaphore.release();
              }
            })
        .print();
  }
}
