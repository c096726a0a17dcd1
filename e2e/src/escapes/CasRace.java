import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** How often a compare-and-set fails. */
public final class CasRace {

  public static void main(String[] args) throws Exception {
    AtomicInteger cell = new AtomicInteger();
    int[] failed = new int[4];
    Crew.of(
        4,
        i -> {
          for (int n = 0; n < 200; n++) {
            int old = cell.get();
            Crew.pause(n + i);
            failed[i] += cell.compareAndSet(old, old * 31 + i) ? 0 : 1;
          }
        });
    System.out.println(cell + " " + Arrays.toString(failed));
  }
}
