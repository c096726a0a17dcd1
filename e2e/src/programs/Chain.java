import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes numbered lines to {@code out/log}, each with a hash over all that it has seen before:
 * clocks, the order of objects by their identity, the progress of another thread. A third thread
 * sleeps for a minute, once. Ends when {@code in/stop} is there. To be run with {@code input=in},
 * {@code output=out}.
 */
public final class Chain {
  private static final class Key {} // neither equals nor hashCode

  private static final Map<Key, Integer> KEYS = new HashMap<>();
  private static final long PRIME = 0x100000001b3L;
  private static final int MOST_KEYS = 50;
  private static long ticks;

  public static void main(String[] args) throws Exception {
    start(Chain::tick);
    start(Chain::sleepOnce);
    long hash = 17;
    Path stop = Path.of("in", "stop");
    try (FileOutputStream log = new FileOutputStream("out/log", true)) {
      for (int i = 1; !Files.exists(stop); i++) {
        long seen = look(i);
        hash = (hash ^ seen) * PRIME;
        log.write((i + " " + seen + " " + hash + "\n").getBytes());
        Thread.sleep(10);
      }
    }
    System.out.println("END " + hash);
  }

  private static long look(int line) {
    synchronized (KEYS) {
      if (KEYS.size() == MOST_KEYS) {
        KEYS.clear();
      }
      KEYS.put(new Key(), line);
      long order = 1;
      for (int value : KEYS.values()) {
        order = order * 31 + value;
      }
      return System.nanoTime() ^ ticks << 20 ^ order;
    }
  }

  private static void start(Runnable body) {
    Thread thread = new Thread(body);
    thread.setDaemon(true);
    thread.start();
  }

  private static void sleepOnce() {
    long begun = System.nanoTime();
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      return;
    }
    System.out.println("SLEPT " + (System.nanoTime() - begun) / 1_000_000);
  }

  private static void tick() {
    while (true) {
      synchronized (KEYS) {
        ticks++;
      }
      try {
        Thread.sleep(3);
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
