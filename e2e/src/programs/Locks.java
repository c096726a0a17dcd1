import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** ReentrantLock, fair and not, with conditions, timed and interruptible acquisition. */
public final class Locks {
  private static int order;

  public static void main(String[] args) throws Exception {
    Seen all = new Seen();
    for (boolean fair : new boolean[] {false, true}) {
      ReentrantLock lock = new ReentrantLock(fair);
      Condition changed = lock.newCondition();
      all.add(
          Seen.threads(
              4,
              (index, seen) -> {
                Random random = Seen.random(args, index);
                for (int i = 0; i < 300; i++) {
                  if (i % 3 == 0 && !lock.tryLock(200, TimeUnit.MICROSECONDS)) {
                    seen.add(-1);
                    continue;
                  } else if (i % 3 == 1) {
                    lock.lockInterruptibly();
                  } else if (i % 3 == 2) {
                    lock.lock();
                  }
                  try {
                    Seen.stumble(random);
                    seen.add(order++).add(lock.getHoldCount());
                    if (random.nextInt(20) == 0) {
                      seen.add(changed.awaitNanos(500_000) > 0);
                    }
                    changed.signal();
                  } finally {
                    lock.unlock();
                  }
                }
              }));
    }
    all.print();
  }
}
