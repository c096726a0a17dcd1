import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The order in which uncaught exceptions come. */
public final class UncaughtOrder {

  public static void main(String[] args) throws Exception {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    Thread[] threads = new Thread[4];
    for (int i = 0; i < 4; i++) {
      int id = i;
      threads[i] =
          new Thread(
              () -> {
                LockSupport.parkNanos(id * 1_000L);
                throw new IllegalStateException("" + id);
              });
      threads[i].setUncaughtExceptionHandler((t, e) -> order.add(t.getName() + " " + e));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println(order);
  }
}
