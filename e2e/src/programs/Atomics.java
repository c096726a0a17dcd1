import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Races of compare-and-set, get-and-add, var handles and striped adders. */
public final class Atomics {
  private static final VarHandle RAW;
  private static int raw;

  static {
    try {
      RAW = MethodHandles.lookup().findStaticVarHandle(Atomics.class, "raw", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    AtomicInteger integer = new AtomicInteger();
    AtomicLong number = new AtomicLong();
    AtomicReference<String> reference = new AtomicReference<>("");
    LongAdder adder = new LongAdder();
    LongAccumulator most = new LongAccumulator(Math::max, 0);
    Seen.threads(
            4,
            (index, seen) -> {
              Random random = Seen.random(args, index);
              for (int i = 0; i < 2_000; i++) {
                int old = integer.get();
                String text = reference.get();
                Seen.stumble(random);
                seen.add(integer.compareAndSet(old, old + index)).add(number.getAndAdd(index));
                seen.add(reference.compareAndSet(text, index + "," + i)).add(text);
                seen.add((int) RAW.getAndAdd(1)).add((int) RAW.getVolatile());
                adder.increment();
                most.accumulate(index * 1000L + i);
                seen.add(adder.sum()).add(most.get());
              }
            })
        .print();
  }
}
