import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Groups of threads: who is in them and leaves them, and the handler of their exceptions. */
public final class ThreadGroups {

  public static void main(String[] args) throws Exception {
    List<String> failures = Collections.synchronizedList(new ArrayList<>());
    ThreadGroup group =
        new ThreadGroup("own") {
          @Override
          public void uncaughtException(Thread thread, Throwable e) {
            failures.add(thread.getName() + e.getMessage());
          }
        };
    Thread[] threads = new Thread[6];
    for (int i = 0; i < threads.length; i++) {
      int index = i;
      threads[i] =
          new Thread(
              group,
              () -> {
                Random random = Seen.random(args, index);
                for (int n = 0; n < 60 && !Thread.currentThread().isInterrupted(); n++) {
                  Seen.stumble(random);
                }
                throw new IllegalStateException(" ends at " + System.nanoTime());
              });
      threads[i].start();
    }
    Thread.sleep(1);
    group.interrupt();
    Seen seen = new Seen();
    for (Thread thread : threads) {
      thread.join();
      seen.add(thread.getState()).add(thread.getThreadGroup());
    }
    for (int n = 0; n < 300; n++) {
      Thread brief = new Thread(group, () -> {});
      brief.start();
      brief.join();
      seen.add(brief.getThreadGroup());
    }
    seen.add(failures).print();
  }
}
