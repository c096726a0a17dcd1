import java.util.concurrent.TimeUnit;

/** sleep in each form, and yield, with an order that shows who ran when. */
public final class SleepYield {
  private static int order;

  public static void main(String[] args) throws Exception {
    Seen.threads(
            4,
            (index, seen) -> {
              for (int i = 0; i < 60; i++) {
                switch ((i + index) % 4) {
                  case 0 -> Thread.sleep(1);
                  case 1 -> Thread.sleep(0, 300_000);
                  case 2 -> TimeUnit.MICROSECONDS.sleep(200);
                  default -> Thread.yield();
                }
                seen.add(order++);
              }
              Thread.sleep(0);
              seen.add(System.nanoTime());
            })
        .print();
  }
}
