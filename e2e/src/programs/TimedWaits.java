import java.util.Random;

/** Timed waits that sometimes end by notify and sometimes by time. */
public final class TimedWaits {
  private static int signals;

  public static void main(String[] args) throws Exception {
    Object monitor = new Object();
    Seen.threads(
            5,
            (index, seen) -> {
              Random random = Seen.random(args, index);
              for (int i = 0; i < 120; i++) {
                synchronized (monitor) {
                  long before = System.nanoTime();
                  if (index == 0) {
                    signals++;
                    monitor.notify();
                    monitor.wait(0, 500_000);
                  } else {
                    monitor.wait(1 + random.nextInt(3));
                  }
                  seen.add(signals).add(System.nanoTime() - before);
                }
              }
            })
        .print();
  }
}
