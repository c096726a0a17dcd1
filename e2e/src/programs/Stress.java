import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Threads that each take random steps of all kinds on shared objects. Arguments: seed, threads (4),
 * steps per thread (150). Each wait is bounded, so that the run ends by itself.
 */
public final class Stress {
  /** One kind of step. What it returns, and how it ends, is part of what the thread saw. */
  interface Step {
    Object take(Random random, int index) throws Exception;
  }

  public static void main(String[] args) throws Exception {
    int threads = args.length > 1 ? Integer.parseInt(args[1]) : 4;
    int count = args.length > 2 ? Integer.parseInt(args[2]) : 150;
    Thread[] peers = new Thread[threads];
    List<Step> steps = new ArrayList<>();
    StressMonitors monitors = new StressMonitors();
    monitors.addTo(steps);
    new StressLocks(threads).addTo(steps);
    StressTasks tasks = new StressTasks();
    tasks.addTo(steps);
    new StressThreads(peers).addTo(steps);
    Seen all =
        Seen.threads(
            threads,
            (index, seen) -> {
              peers[index] = Thread.currentThread();
              Random random = Seen.random(args, index);
              for (int i = 0; i < count; i++) {
                int kind = random.nextInt(steps.size());
                seen.add(kind);
                try {
                  seen.add(steps.get(kind).take(random, index));
                } catch (Exception e) {
                  seen.add(e.getClass());
                }
                seen.add(Thread.interrupted());
              }
            });
    tasks.close();
    System.out.println("steps " + steps.size());
    all.add(monitors.total()).print();
  }
}
