import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Pool threads race into holder classes, which ask for further ones. */
public final class LazyHolders {

  private static final AtomicInteger ORDER = new AtomicInteger();

  private static String next(String prefix) {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return prefix + ORDER.getAndIncrement() + Thread.currentThread().getName() + System.nanoTime();
  }

  private static final class First {
    static final String NAME = next("first");
  }

  private static final class Second {
    static final String NAME = next("second") + First.NAME;
  }

  private static final class Third {
    static final String NAME = next("third") + Second.NAME;
  }

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Future<String>> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Random random = Seen.random(args, i);
      int kind = i % 3;
      all.add(
          pool.submit(
              () -> {
                Seen.stumble(random);
                return kind == 0 ? First.NAME : kind == 1 ? Second.NAME : Third.NAME;
              }));
    }
    Seen seen = new Seen();
    for (Future<String> each : all) {
      seen.add(each.get());
    }
    pool.shutdown();
    seen.print();
  }
}
