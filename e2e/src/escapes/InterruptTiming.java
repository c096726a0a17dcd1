import java.util.concurrent.locks.LockSupport;

/** What an interrupt finds its thread doing. */
public final class InterruptTiming {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 6; i++) {
      StringBuffer seen = new StringBuffer();
      Thread worker =
          new Thread(
              () -> {
                int rounds = 0;
                try {
                  for (; rounds < 100; rounds++) {
                    Thread.sleep(0, 300_000);
                  }
                  seen.append("done ");
                } catch (InterruptedException e) {
                  seen.append("interrupted ");
                }
                seen.append(rounds);
              });
      worker.start();
      LockSupport.parkNanos(800_000);
      worker.interrupt();
      worker.join();
      System.out.println(seen);
    }
  }
}
