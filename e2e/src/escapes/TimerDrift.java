import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;

/** When the runs of a java.util.Timer come, and what they say of their schedule. */
public final class TimerDrift {

  public static void main(String[] args) throws Exception {
    Timer timer = new Timer();
    CountDownLatch runs = new CountDownLatch(4);
    long begin = System.nanoTime();
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            System.out.println(System.nanoTime() - begin + " " + scheduledExecutionTime());
            runs.countDown();
          }
        },
        1,
        2);
    runs.await();
    timer.cancel();
  }
}
