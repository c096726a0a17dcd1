/** Hooks that run at the end of main: they join, and the last one prints. */
public final class ShutdownHooks {
  private static int order;

  public static void main(String[] args) throws Exception {
    Seen all = new Seen();
    Thread[] workers = new Thread[3];
    for (int i = 0; i < workers.length; i++) {
      Seen seen = new Seen();
      int index = i;
      workers[i] =
          new Thread(
              () -> {
                for (int j = 0; j < 50; j++) {
                  Seen.stumble(Seen.random(args, index * 100 + j));
                  seen.add(order++);
                }
                synchronized (all) {
                  all.add(seen);
                }
              });
    }
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  for (Thread worker : workers) {
                    worker.start();
                  }
                  for (Thread worker : workers) {
                    try {
                      worker.join();
                    } catch (InterruptedException e) {
                      throw new IllegalStateException(e);
                    }
                  }
                  all.add(System.nanoTime()).print();
                }));
    all.add(System.nanoTime());
  }
}
