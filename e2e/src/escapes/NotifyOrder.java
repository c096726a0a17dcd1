import java.util.ArrayList;
import java.util.List;

/** Whom notify wakes. */
public final class NotifyOrder {

  public static void main(String[] args) throws Exception {
    Object monitor = new Object();
    List<Integer> order = new ArrayList<>();
    Crew.of(
        5,
        i -> {
          for (int n = 0; n < 8; n++) {
            synchronized (monitor) {
              order.add(i);
              if (n % 3 == 0) {
                monitor.notifyAll();
              } else {
                monitor.notify();
              }
              monitor.wait(1);
            }
          }
        });
    System.out.println(order);
  }
}
