import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** What one thread saw, folded into an order-sensitive hash; and threads that keep one each. */
final class Seen {
  /** What one thread does. */
  interface Body {
    void run(int index, Seen seen) throws Exception;
  }

  private long hash = 0xcbf29ce484222325L;

  Seen add(long value) {
    hash = (hash ^ value) * 0x100000001b3L;
    hash ^= hash >>> 29;
    return this;
  }

  Seen add(Object value) {
    String text = String.valueOf(value);
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
    return add(-1L);
  }

  Seen add(Seen other) {
    return add(other.hash);
  }

  /** Runs the body on that many threads, waits for all, and folds what they saw. */
  static Seen threads(int count, Body body) throws InterruptedException {
    Thread[] threads = new Thread[count];
    Seen[] seen = new Seen[count];
    for (int i = 0; i < count; i++) {
      int index = i;
      seen[i] = new Seen();
      threads[i] = new Thread(() -> guarded(body, index, seen[index]));
      threads[i].start();
    }
    Seen all = new Seen();
    for (int i = 0; i < count; i++) {
      threads[i].join();
      all.add(seen[i]);
    }
    return all;
  }

  private static void guarded(Body body, int index, Seen seen) {
    try {
      body.run(index, seen);
    } catch (Throwable e) {
      seen.add(e);
      System.err.println("thread " + index + ": " + e);
    }
  }

  /** Now and then gives the processor away, so that others run while this one holds what it has. */
  static void stumble(Random random) {
    int n = random.nextInt(256);
    if (n < 16) {
      Thread.yield();
    } else if (n < 20) {
      LockSupport.parkNanos(20_000);
    } else if (n == 20) {
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Uses up some identity hashes of this thread. HotSpot draws them from a generator that starts
   * alike in each JVM: without this the same program would get the same ones again.
   */
  static void shiftIdentityHashes() {
    for (long n = System.nanoTime() & 0xfff; n > 0; n--) {
      System.identityHashCode(new Object());
    }
  }

  /** Random numbers of this run and thread: the same in every run with the same arguments. */
  static Random random(String[] args, int index) {
    long seed = args.length == 0 ? 1 : Long.parseLong(args[0]);
    return new Random(seed * 1_000_003 + index);
  }

  void print() {
    System.out.println("HASH " + Long.toHexString(hash));
  }
}
