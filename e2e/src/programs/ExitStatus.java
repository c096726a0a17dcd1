/** System.exit with a status, called by a thread while others run and one waits. */
public final class ExitStatus {
  private static int order;

  public static void main(String[] args) throws Exception {
    Object monitor = new Object();
    Thread waiter =
        new Thread(
            () -> {
              synchronized (monitor) {
                while (true) {
                  try {
                    monitor.wait();
                  } catch (InterruptedException e) {
                    order += 1000;
                  }
                }
              }
            });
    waiter.start();
    Seen seen =
        Seen.threads(
            3,
            (index, own) -> {
              for (int i = 0; i < 100; i++) {
                own.add(order++);
                Seen.stumble(Seen.random(args, i));
              }
            });
    seen.add(order).add(System.nanoTime()).print();
    System.exit(3);
  }
}
