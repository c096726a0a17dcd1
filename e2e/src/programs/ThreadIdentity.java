import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Names and numbers of threads and pools, thread locals, and the race that hands them out. */
public final class ThreadIdentity {
  private static int order;
  private static final ThreadLocal<Integer> LOCAL = ThreadLocal.withInitial(() -> order++);
  private static final InheritableThreadLocal<String> INHERITED = new InheritableThreadLocal<>();

  public static void main(String[] args) throws Exception {
    INHERITED.set("main " + System.nanoTime());
    Seen.threads(
            4,
            (index, seen) -> {
              seen.add(LOCAL.get()).add(INHERITED.get());
              for (int i = 0; i < 20; i++) {
                Seen.stumble(Seen.random(args, index * 100 + i));
                Thread child = new Thread(() -> seen.add(Thread.currentThread().getName()));
                seen.add(child.getName()).add(child.hashCode()).add(child);
                child.start();
                child.join();
                if (i % 5 == 0) {
                  ExecutorService pool = Executors.newSingleThreadExecutor();
                  seen.add(pool.submit(() -> Thread.currentThread().getName()).get());
                  pool.shutdown();
                }
              }
              seen.add(Thread.currentThread()).add(LOCAL.get());
            })
        .print();
  }
}
