import java.util.concurrent.locks.LockSupport;

/** How long parkNanos took. */
public final class ParkMeasured {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 5; i++) {
      long begin = System.nanoTime();
      LockSupport.parkNanos(100_000);
      System.out.println(System.nanoTime() - begin);
    }
  }
}
