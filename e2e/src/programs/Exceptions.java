import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Exceptions that end threads, cross threads, and unwind out of monitors. */
public final class Exceptions {
  private static int order;

  private static synchronized int fail(int depth) {
    order++;
    if (depth == 0) {
      throw new IllegalStateException("order " + order);
    }
    Thread.yield();
    return fail(depth - 1) + 1;
  }

  public static void main(String[] args) throws Exception {
    Seen uncaught = new Seen();
    Thread.UncaughtExceptionHandler handler =
        (thread, e) -> {
          synchronized (uncaught) {
            uncaught.add(thread.getName()).add(e);
          }
        };
    Seen all =
        Seen.threads(
            4,
            (index, seen) -> {
              List<Thread> ended = new ArrayList<>();
              for (int i = 0; i < 30; i++) {
                int depth = i % 5;
                Thread thread = new Thread(() -> fail(depth));
                thread.setUncaughtExceptionHandler(handler);
                thread.start();
                ended.add(thread);
                FutureTask<Integer> task = new FutureTask<>((Callable<Integer>) () -> fail(depth));
                task.run();
                try {
                  seen.add(task.get());
                } catch (ExecutionException e) {
                  seen.add(e.getMessage());
                }
                try {
                  Object[] none = new Object[index];
                  seen.add(none[i % 6])
                      .add(((Object) "text").equals(Integer.valueOf((String) null)));
                } catch (IndexOutOfBoundsException | NumberFormatException e) {
                  seen.add(e.getMessage());
                }
              }
              for (Thread thread : ended) {
                thread.join();
              }
            });
    all.add(uncaught).print();
  }
}
