import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** A lock cycle that time-outs resolve. */
public final class DeadlockDetection {

  public static void main(String[] args) throws Exception {
    ReentrantLock[] locks = {new ReentrantLock(), new ReentrantLock()};
    Crew.of(
        2,
        i -> {
          for (int n = 0; n < 10; n++) {
            locks[i].lock();
            Crew.pause(n);
            boolean both = locks[1 - i].tryLock(300, TimeUnit.MICROSECONDS);
            System.out.println(i + " " + both);
            if (both) {
              locks[1 - i].unlock();
            }
            locks[i].unlock();
            Thread.yield();
          }
        });
  }
}
