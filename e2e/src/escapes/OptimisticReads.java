import java.util.Arrays;
import java.util.concurrent.locks.StampedLock;

/** How often an optimistic read of a StampedLock is valid. */
public final class OptimisticReads {

  public static void main(String[] args) throws Exception {
    StampedLock lock = new StampedLock();
    int[] valid = new int[3];
    Crew.of(
        3,
        i -> {
          for (int n = 0; n < 60; n++) {
            if (i == 0) {
              long stamp = lock.writeLock();
              Crew.pause(n);
              lock.unlockWrite(stamp);
              Thread.yield();
            } else {
              long stamp = lock.tryOptimisticRead();
              Crew.pause(n + i);
              valid[i] += lock.validate(stamp) ? 1 : 0;
            }
          }
        });
    System.out.println(Arrays.toString(valid));
  }
}
