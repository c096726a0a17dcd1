import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;

/** The order of timer tasks that are due at once. */
public final class TimerOrder {

  public static void main(String[] args) throws Exception {
    Timer one = new Timer();
    Timer two = new Timer();
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch ran = new CountDownLatch(10);
    for (int i = 0; i < 10; i++) {
      int id = i;
      (i % 2 == 0 ? one : two)
          .schedule(
              new TimerTask() {
                @Override
                public void run() {
                  order.add(id);
                  ran.countDown();
                }
              },
              2);
    }
    ran.await();
    one.cancel();
    two.cancel();
    System.out.println(order);
  }
}
