import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Who gets contended locks, fair and not. */
public final class LockOrder {

  public static void main(String[] args) throws Exception {
    for (boolean fair : new boolean[] {true, false}) {
      ReentrantLock lock = new ReentrantLock(fair);
      List<Integer> order = new ArrayList<>();
      Crew.of(
          5,
          i -> {
            for (int n = 0; n < 10; n++) {
              lock.lock();
              try {
                order.add(i * 10 + lock.getQueueLength());
                Crew.pause(n + i);
              } finally {
                lock.unlock();
              }
            }
          });
      System.out.println(order);
    }
  }
}
