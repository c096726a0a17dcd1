import java.util.concurrent.locks.LockSupport;

/** States of other threads, seen in passing. */
public final class ThreadStates {

  public static void main(String[] args) throws Exception {
    Thread worker =
        new Thread(
            () -> {
              for (int i = 0; i < 20; i++) {
                LockSupport.parkNanos(50_000);
              }
            });
    System.out.println(worker.getState());
    worker.start();
    for (int i = 0; i < 10; i++) {
      System.out.println(worker.getState() + " " + worker.isAlive());
      LockSupport.parkNanos(200_000);
    }
    worker.join();
    System.out.println(worker.getState());
  }
}
