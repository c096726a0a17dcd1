package io.understudy.weaver.swap;

import java.util.AbstractMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Runs the woven samples, and woven parts of the JDK, in a woven JVM. */
public final class RunProbe {
  private RunProbe() {}

  public static void main(String[] args) throws Exception {
    AppLoader.load(RunProbe.class).getMethod("run").invoke(null);
  }

  /** In the application's copy. */
  public static void run() throws Exception {
    Samples.waiting(new int[1], new Samples());
    Samples.Worker worker = new Samples.Worker();
    worker.start();
    worker.join();
    Object o = new Object();
    Samples s = new Samples();
    Map.Entry<String, String> entry = new AbstractMap.SimpleEntry<>("k", "v");
    int[] array = {1};
    int hashes = Samples.identityHashes(o, s, entry, array);
    int expected =
        2 * System.identityHashCode(o)
            + 3 * System.identityHashCode(s)
            + entry.hashCode()
            + System.identityHashCode(array);
    BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
    Thread offer = new Thread(() -> queue.add("offered"));
    offer.start();
    System.out.println(
        (Math.abs(Samples.clocks() - System.currentTimeMillis()) < 1_000_000_000)
            + " "
            + (hashes == expected)
            + " "
            + Samples.threads(worker, new Samples.Doll())
            + " "
            + Samples.count()
            + " "
            + queue.poll(10, TimeUnit.SECONDS));
  }
}
