import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Initial values of thread locals, and whose they are. */
public final class ThreadLocals {

  public static void main(String[] args) throws Exception {
    AtomicInteger next = new AtomicInteger();
    ThreadLocal<Integer> local = ThreadLocal.withInitial(next::getAndIncrement);
    int[] got = new int[5];
    Crew.of(
        5,
        i -> {
          Crew.pause(i);
          got[i] = local.get();
        });
    System.out.println(Arrays.toString(got));
  }
}
