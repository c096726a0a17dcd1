import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Who gets the permits of a semaphore. */
public final class SemaphoreBarging {

  public static void main(String[] args) throws Exception {
    Semaphore semaphore = new Semaphore(2);
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    Crew.of(
        5,
        i -> {
          for (int n = 0; n < 10; n++) {
            if (semaphore.tryAcquire(200, TimeUnit.MICROSECONDS)) {
              order.add(i);
              Crew.pause(n + i);
              semaphore.release();
            }
          }
        });
    System.out.println(order);
  }
}
