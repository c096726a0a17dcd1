import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Plain, opaque, release and volatile accesses, and fences, without a lock. */
public final class Fences {

  private static long cell;
  private static final VarHandle CELL = handle();

  private static VarHandle handle() {
    try {
      return MethodHandles.lookup().findStaticVarHandle(Fences.class, "cell", long.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    AtomicLong lazy = new AtomicLong();
    Seen.threads(
            4,
            (index, seen) -> {
              Random random = Seen.random(args, index);
              for (int i = 0; i < 200; i++) {
                long value = index * 1_000L + i;
                switch (random.nextInt(4)) {
                  case 0 -> CELL.setRelease(value);
                  case 1 -> CELL.setOpaque(value);
                  case 2 -> lazy.lazySet(value);
                  default -> seen.add((boolean) CELL.weakCompareAndSetPlain(cell, value));
                }
                VarHandle.fullFence();
                Seen.stumble(random);
                seen.add((long) CELL.getAcquire()).add(lazy.getPlain()).add(cell);
              }
            })
        .print();
  }
}
