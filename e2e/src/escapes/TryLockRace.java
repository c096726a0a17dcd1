import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/** How often tryLock succeeds. */
public final class TryLockRace {

  public static void main(String[] args) throws Exception {
    ReentrantLock lock = new ReentrantLock();
    int[] won = new int[4];
    Crew.of(
        4,
        i -> {
          for (int n = 0; n < 60; n++) {
            if (lock.tryLock()) {
              won[i]++;
              Crew.pause(n + i);
              lock.unlock();
            }
            Crew.pause(n * 3 + i);
          }
        });
    System.out.println(Arrays.toString(won));
  }
}
