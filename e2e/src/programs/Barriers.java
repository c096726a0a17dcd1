import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A cyclic barrier with an action, one that breaks by time-out, and a phaser. */
public final class Barriers {
  private static int order;

  public static void main(String[] args) throws Exception {
    int count = 4;
    CyclicBarrier barrier = new CyclicBarrier(count, () -> order += 100);
    CyclicBarrier brittle = new CyclicBarrier(count);
    Phaser phaser = new Phaser(count);
    Seen.threads(
            count,
            (index, seen) -> {
              Random random = Seen.random(args, index);
              for (int i = 0; i < 100; i++) {
                Seen.stumble(random);
                seen.add(order++).add(barrier.await()).add(order);
                Seen.stumble(random);
                seen.add(phaser.arriveAndAwaitAdvance()).add(phaser.getArrivedParties());
                try {
                  seen.add(brittle.await(100, TimeUnit.MICROSECONDS));
                } catch (TimeoutException | BrokenBarrierException e) {
                  seen.add(e.getClass());
                  brittle.reset();
                }
              }
              seen.add(phaser.arriveAndDeregister());
            })
        .print();
  }
}
