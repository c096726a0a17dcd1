import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A random concurrent program, a function of its seed: which threads there are, which monitors,
 * locks, pools, timers, queues and sockets they share, and what each does. It ends by itself. Each
 * wait for another thread is bounded, but for monitors and locks, and those are taken in ascending
 * order. Arguments: seed, steps per thread (by default drawn, up to 60).
 */
public final class Generated {
  /** A part of the program. What it returns, and how it ends, is part of what the thread saw. */
  interface Step {
    Object take(Random random, int index) throws Exception;
  }

  private final Random draws;
  private final Thread[] peers;
  private final List<Step> simple = new ArrayList<>();
  private final List<AutoCloseable> owned = new ArrayList<>();
  private final GeneratedNesting nesting;

  private Generated(long seed) throws Exception {
    draws = new Random(seed * 0x9e3779b97f4a7c15L);
    peers = new Thread[2 + draws.nextInt(5)];
    List<Step> all = new ArrayList<>();
    new StressMonitors().addTo(all);
    new StressLocks(peers.length).addTo(all);
    StressTasks tasks = new StressTasks();
    tasks.addTo(all);
    owned.add(tasks::close);
    new StressThreads(peers).addTo(all);
    GeneratedSockets sockets = new GeneratedSockets(peers.length);
    sockets.addTo(all);
    owned.add(sockets);
    // each program knows some kinds of step only, and so does some of them much
    while (simple.size() < 6) {
      all.stream().filter(step -> draws.nextInt(3) == 0).forEach(simple::add);
    }
    nesting = new GeneratedNesting(draws, simple);
    owned.add(nesting::close);
  }

  private Seen run(int given) throws Exception {
    int[] counts = draws.ints(peers.length, 10, 60).toArray();
    long[] seeds = draws.longs(peers.length).toArray();
    Seen all =
        Seen.threads(
            peers.length,
            (index, seen) -> {
              peers[index] = Thread.currentThread();
              Random random = new Random(seeds[index]);
              for (int i = 0; i < (given > 0 ? given : counts[index]); i++) {
                seen.add(outcome(nesting.draw(random, 0), random, index));
                seen.add(Thread.interrupted());
              }
            });
    for (AutoCloseable each : owned) {
      each.close();
    }
    return all.add(nesting.seen());
  }

  /** What a step returned or threw, as text. */
  static String outcome(Step step, Random random, int index) {
    try {
      return String.valueOf(step.take(random, index));
    } catch (Exception e) {
      return e.getClass().getName();
    }
  }

  public static void main(String[] args) throws Exception {
    long begin = System.nanoTime();
    Generated program = new Generated(Long.parseLong(args[0]));
    Seen seen = program.run(args.length > 1 ? Integer.parseInt(args[1]) : 0);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    System.out.println(
        program.peers.length
            + " threads, "
            + program.simple.size()
            + " kinds of step, "
            + millis
            + " ms");
    seen.print();
  }
}
