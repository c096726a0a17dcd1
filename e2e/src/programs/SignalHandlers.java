import java.util.concurrent.CountDownLatch;
import sun.misc.Signal;

/** Handlers of signals that come while other threads work. */
public final class SignalHandlers {
  private static int state;

  public static void main(String[] args) throws Exception {
    Seen handled = new Seen();
    CountDownLatch came = new CountDownLatch(6);
    for (String name : new String[] {"HUP", "URG", "WINCH"}) {
      Signal.handle(
          new Signal(name),
          signal -> {
            synchronized (handled) {
              handled.add(signal).add(state++).add(Thread.currentThread().getName());
              handled.add(System.nanoTime());
            }
            came.countDown();
          });
    }
    Seen all =
        Seen.threads(
            3,
            (index, seen) -> {
              for (int i = 0; i < 40; i++) {
                Seen.stumble(Seen.random(args, index * 100 + i));
                synchronized (handled) {
                  seen.add(state++);
                }
                if (i == 10 + index || i == 30) {
                  Signal.raise(new Signal(index == 0 ? "HUP" : index == 1 ? "URG" : "WINCH"));
                }
              }
              while (came.getCount() > 3) {
                Thread.sleep(5);
              }
            });
    // two of a kind that are pending at the same time are one
    Thread.sleep(200);
    synchronized (handled) {
      all.add(handled).add(state).print();
    }
  }
}
