import java.util.concurrent.locks.LockSupport;

/** Which write of a volatile field another thread sees. */
public final class VolatileRace {
  private static volatile int value;

  public static void main(String[] args) throws Exception {
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; i < 200; i++) {
                value = i;
                LockSupport.parkNanos(10_000);
              }
            });
    writer.start();
    for (int i = 0; i < 20; i++) {
      System.out.println(value);
      LockSupport.parkNanos(60_000);
    }
    writer.join();
  }
}
