import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.LongAccumulator;

/** References that carry a stamp, swapped by threads in a race. */
public final class Stamps {

  public static void main(String[] args) throws Exception {
    AtomicStampedReference<String> stamped = new AtomicStampedReference<>("begin", 0);
    AtomicReference<String> last = new AtomicReference<>("");
    LongAccumulator odd = new LongAccumulator((a, b) -> a * 31 + b, 1);
    Seen.threads(
            4,
            (index, seen) -> {
              Random random = Seen.random(args, index);
              int[] stamp = new int[1];
              for (int i = 0; i < 150; i++) {
                String old = stamped.get(stamp);
                Seen.stumble(random);
                seen.add(stamped.compareAndSet(old, index + ":" + i, stamp[0], stamp[0] + 1));
                int number = i;
                seen.add(
                    last.updateAndGet(s -> (s + index).substring(Math.max(0, s.length() - 9))));
                odd.accumulate(number);
                seen.add(odd.get());
              }
            })
        .print();
  }
}
