import java.util.concurrent.locks.LockSupport;

/**
 * Ends by System.exit in a daemon thread when the last user thread has ended: the JVM's own end is
 * under way at the same time.
 */
public final class DaemonExits {
  private static final Seen SEEN = new Seen();

  public static void main(String[] args) {
    for (int i = 0; i < 3; i++) {
      int index = i;
      Thread hook = new Thread(() -> hook(index), "hook " + i);
      Runtime.getRuntime().addShutdownHook(hook);
    }
    Thread main = Thread.currentThread();
    long pause = Math.floorMod(Seen.random(args, 0).nextInt(), 400_000);
    Thread daemon = new Thread(() -> exit(main, pause), "daemon");
    daemon.setDaemon(true);
    daemon.start();
  }

  private static void exit(Thread main, long pause) {
    try {
      main.join();
      LockSupport.parkNanos(pause);
      SEEN.add(System.nanoTime());
      System.exit(0);
    } catch (InterruptedException e) {
      SEEN.add(e);
    }
  }

  private static synchronized void hook(int index) {
    SEEN.add(index).add(System.nanoTime());
    if (index == 0) {
      SEEN.print();
    }
  }
}
