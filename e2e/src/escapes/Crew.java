import java.util.concurrent.locks.LockSupport;

/** Threads of an escape program. */
final class Crew {
  /** What one of them does. */
  interface Job {
    void run(int index) throws Exception;
  }

  private Crew() {}

  /** Runs the job on that many threads and waits for all. */
  static void of(int count, Job job) throws InterruptedException {
    Thread[] threads = new Thread[count];
    for (int i = 0; i < count; i++) {
      int index = i;
      threads[i] =
          new Thread(
              () -> {
                try {
                  job.run(index);
                } catch (Exception e) {
                  System.out.println(index + ": " + e);
                }
              });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Gives the processor away in one of several ways, or not. */
  static void pause(int kind) {
    switch (kind & 7) {
      case 0 -> Thread.yield();
      case 3 -> LockSupport.parkNanos(20_000);
      case 5 -> sleep(0);
      case 6 -> LockSupport.parkNanos(150_000);
      default -> {
        // goes on
      }
    }
  }

  /** Sleeps; an interrupt ends the thread. */
  static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
