import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Partial sums of a LongAdder, an accumulator that does not commute. */
public final class AdderSums {

  public static void main(String[] args) throws Exception {
    LongAdder adder = new LongAdder();
    LongAccumulator odd = new LongAccumulator((a, b) -> a * 31 + b, 0);
    Crew.of(
        3,
        i -> {
          for (int n = 0; n < 50; n++) {
            adder.increment();
            odd.accumulate(i);
            Crew.pause(n + i);
            if (n % 25 == i) {
              System.out.println(adder.sum() + " " + odd.get());
            }
          }
        });
  }
}
