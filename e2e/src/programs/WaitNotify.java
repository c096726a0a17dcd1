import java.util.ArrayDeque;
import java.util.Random;

/** A bounded buffer by wait and notifyAll, and a baton by wait and notify. */
public final class WaitNotify {
  private static final int EACH = 600;
  private static final ArrayDeque<Integer> BUFFER = new ArrayDeque<>();
  private static final Object BATON = new Object();
  private static int passed;

  private static void put(int value) throws InterruptedException {
    synchronized (BUFFER) {
      while (BUFFER.size() == 5) {
        BUFFER.wait();
      }
      BUFFER.add(value);
      BUFFER.notifyAll();
    }
  }

  private static int take() throws InterruptedException {
    synchronized (BUFFER) {
      while (BUFFER.isEmpty()) {
        BUFFER.wait();
      }
      BUFFER.notifyAll();
      return BUFFER.remove();
    }
  }

  public static void main(String[] args) throws Exception {
    Seen.threads(
            6,
            (index, seen) -> {
              Random random = Seen.random(args, index);
              for (int i = 0; i < EACH; i++) {
                Seen.stumble(random);
                if (index % 2 == 0) {
                  put(index * EACH + i);
                } else {
                  seen.add(take());
                }
                synchronized (BATON) {
                  BATON.notify();
                  if (++passed % 7 == 0) {
                    BATON.wait(1);
                  }
                  seen.add(passed);
                }
              }
            })
        .print();
  }
}
