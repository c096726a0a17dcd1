import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Thread locals that children inherit, and pools that keep them. */
public final class LocalInheritance {

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final ThreadLocal<Integer> LOCAL = ThreadLocal.withInitial(NEXT::getAndIncrement);
  private static final InheritableThreadLocal<String> INHERITED =
      new InheritableThreadLocal<>() {
        @Override
        protected String childValue(String parent) {
          return parent + " and child " + NEXT.getAndIncrement();
        }
      };

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    Seen seen =
        Seen.threads(
            4,
            (index, own) -> {
              INHERITED.set(index + " " + System.nanoTime());
              Random random = Seen.random(args, index);
              for (int i = 0; i < 20; i++) {
                Seen.stumble(random);
                own.add(pool.submit(() -> INHERITED.get() + LOCAL.get()).get());
                Thread child = new Thread(() -> own.add(INHERITED.get() + LOCAL.get()));
                child.start();
                child.join();
              }
            });
    pool.shutdown();
    seen.print();
  }
}
