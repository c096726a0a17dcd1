import java.util.Random;

/** join, timed join, isAlive and getState of threads that end at their own time. */
public final class Joins {
  private static volatile int ended;

  public static void main(String[] args) throws Exception {
    Seen seen = new Seen();
    for (int round = 0; round < 20; round++) {
      Random random = Seen.random(args, round);
      Thread[] threads = new Thread[5];
      for (int i = 0; i < threads.length; i++) {
        int sleep = random.nextInt(4);
        threads[i] =
            new Thread(
                () -> {
                  try {
                    Thread.sleep(sleep);
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                  ended++;
                });
        threads[i].start();
      }
      for (Thread thread : threads) {
        seen.add(thread.isAlive());
        thread.join(1);
        seen.add(ended).add(thread.isAlive()).add(System.nanoTime());
        thread.join();
        seen.add(ended).add(thread.getState()).add(thread.isAlive());
      }
    }
    seen.print();
  }
}
