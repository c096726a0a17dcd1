import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;

/** java.util.Timer: two timers, periodic and cancelled tasks. */
public final class Timers {
  private static int order;

  public static void main(String[] args) throws Exception {
    Seen seen = new Seen();
    CountDownLatch ticks = new CountDownLatch(80);
    Timer[] timers = {new Timer(), new Timer(true)};
    TimerTask[] tasks = new TimerTask[4];
    for (int i = 0; i < tasks.length; i++) {
      int index = i;
      tasks[i] =
          new TimerTask() {
            @Override
            public void run() {
              synchronized (seen) {
                seen.add(index).add(order++).add(Thread.currentThread().getName());
                seen.add(scheduledExecutionTime() - System.currentTimeMillis());
              }
              ticks.countDown();
            }
          };
      if (i < 2) {
        timers[i].schedule(tasks[i], i, 2 + i);
      } else {
        timers[i - 2].scheduleAtFixedRate(tasks[i], i, i);
      }
    }
    Thread.sleep(20);
    boolean cancelled = tasks[1].cancel();
    ticks.await();
    timers[0].cancel();
    timers[1].cancel();
    synchronized (seen) {
      seen.add(cancelled).add(order).print();
    }
  }
}
