import java.util.Random;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Four threads that swap with whoever comes. */
public final class Exchangers {
  public static void main(String[] args) throws Exception {
    Exchanger<Integer> exchanger = new Exchanger<>();
    Seen.threads(
            4,
            (index, seen) -> {
              Random random = Seen.random(args, index);
              for (int i = 0; i < 200; i++) {
                Seen.stumble(random);
                try {
                  seen.add(exchanger.exchange(index * 1000 + i, 2, TimeUnit.MILLISECONDS));
                } catch (TimeoutException e) {
                  seen.add(-1);
                }
              }
            })
        .print();
  }
}
