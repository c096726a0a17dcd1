import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Which comes first, an event or its time-out. */
public final class TimeoutRace {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 8; i++) {
      CountDownLatch latch = new CountDownLatch(1);
      Thread other =
          new Thread(
              () -> {
                LockSupport.parkNanos(1_000_000);
                latch.countDown();
              });
      other.start();
      System.out.println(latch.await(1_050 + i, TimeUnit.MICROSECONDS));
      other.join();
    }
  }
}
