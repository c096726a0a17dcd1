import java.util.concurrent.locks.LockSupport;

/** Gives the turn up inside a static initialiser while another thread needs the class. */
public final class StuckTurn {
  static final class Slow {
    static final long VALUE = value();

    private static long value() {
      LockSupport.parkNanos(50_000_000);
      return System.nanoTime();
    }
  }

  public static void main(String[] args) throws Exception {
    Seen.threads(2, (index, seen) -> seen.add(Slow.VALUE));
    System.out.println("AFTER");
  }
}
