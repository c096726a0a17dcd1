import java.util.ArrayList;
import java.util.List;

/** Who gets a contended monitor next. */
public final class MonitorOrder {

  public static void main(String[] args) throws Exception {
    List<Integer> order = new ArrayList<>();
    Crew.of(
        5,
        i -> {
          for (int n = 0; n < 20; n++) {
            synchronized (order) {
              order.add(i);
              Crew.pause(n + i);
            }
            Crew.pause(n);
          }
        });
    System.out.println(order);
  }
}
