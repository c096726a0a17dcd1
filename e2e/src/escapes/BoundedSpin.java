import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** How often a thread spins until another has answered. */
public final class BoundedSpin {

  public static void main(String[] args) throws Exception {
    AtomicBoolean answered = new AtomicBoolean();
    Thread other =
        new Thread(
            () -> {
              LockSupport.parkNanos(200_000);
              answered.set(true);
            });
    other.start();
    long spins = 0;
    while (!answered.get()) {
      Thread.onSpinWait();
      if (++spins % 10_000 == 0) {
        Thread.yield();
      }
    }
    System.out.println(spins);
    other.join();
  }
}
