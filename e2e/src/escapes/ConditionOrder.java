import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Who is signalled, and how long each has left. */
public final class ConditionOrder {

  public static void main(String[] args) throws Exception {
    ReentrantLock lock = new ReentrantLock();
    Condition condition = lock.newCondition();
    List<String> order = new ArrayList<>();
    Crew.of(
        4,
        i -> {
          for (int n = 0; n < 6; n++) {
            lock.lock();
            try {
              condition.signal();
              order.add(i + ":" + condition.awaitNanos(500_000));
            } finally {
              lock.unlock();
            }
          }
        });
    System.out.println(order);
  }
}
