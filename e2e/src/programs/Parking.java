import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** park, unpark, parkNanos and parkUntil. */
public final class Parking {
  private static volatile int baton;

  public static void main(String[] args) throws Exception {
    Thread[] ring = new Thread[4];
    Seen.threads(
            ring.length,
            (index, seen) -> {
              Random random = Seen.random(args, index);
              ring[index] = Thread.currentThread();
              for (int i = 0; i < 300; i++) {
                baton++;
                LockSupport.unpark(ring[random.nextInt(ring.length)]);
                switch (i % 3) {
                  case 0 -> LockSupport.parkNanos(ring, 50_000L * random.nextInt(10));
                  case 1 -> LockSupport.parkUntil(System.currentTimeMillis() + 1);
                  default -> {
                    LockSupport.unpark(Thread.currentThread());
                    LockSupport.park();
                  }
                }
                seen.add(baton);
              }
            })
        .print();
  }
}
