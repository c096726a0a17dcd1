import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The order in which virtual threads run (JDK 21 and later; before, threads of a pool). */
public final class VirtualThread {

  private static ExecutorService executor() throws ReflectiveOperationException {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException older) {
      return Executors.newCachedThreadPool();
    }
  }

  public static void main(String[] args) throws Exception {
    List<String> order = new ArrayList<>();
    ExecutorService executor = executor();
    for (int i = 0; i < 20; i++) {
      int task = i;
      executor.execute(
          () -> {
            Thread.yield();
            synchronized (order) {
              order.add(task + " " + System.nanoTime());
            }
          });
    }
    executor.shutdown();
    while (!executor.isTerminated()) {
      Thread.sleep(1);
    }
    System.out.println(order);
  }
}
