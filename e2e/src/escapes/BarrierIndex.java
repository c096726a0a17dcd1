import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Phaser;

/** Arrival index at a barrier, arrivals at a phaser. */
public final class BarrierIndex {

  public static void main(String[] args) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(4);
    Phaser phaser = new Phaser(4);
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    Crew.of(
        4,
        i -> {
          for (int n = 0; n < 5; n++) {
            Crew.pause(n * i);
            seen.add(i + ":" + barrier.await() + "/" + phaser.getUnarrivedParties());
            phaser.arriveAndAwaitAdvance();
          }
        });
    System.out.println(seen);
  }
}
