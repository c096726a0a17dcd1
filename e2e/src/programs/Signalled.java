import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;

/**
 * Runs until a signal ends it; counts window changes (a hang-up is ignored under nohup), and says
 * at its end what its threads saw.
 */
public final class Signalled {
  public static void main(String[] args) throws Exception {
    Seen seen = new Seen();
    AtomicInteger came = new AtomicInteger();
    Signal.handle(
        new Signal("WINCH"),
        signal -> {
          synchronized (seen) {
            seen.add(signal).add(System.nanoTime());
            System.out.println("HANDLED " + came.incrementAndGet());
          }
        });
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  synchronized (seen) {
                    System.out.println("HOOK " + System.nanoTime());
                    seen.print();
                  }
                }));
    System.out.println("HANDLED 0");
    Seen.threads(
        2,
        (index, mine) -> {
          while (true) {
            Seen.stumble(Seen.random(args, index));
            synchronized (seen) {
              seen.add(index);
            }
            Thread.sleep(2);
          }
        });
  }
}
