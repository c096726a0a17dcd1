import java.util.Arrays;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Who exchanges with whom. */
public final class ExchangerPairs {

  public static void main(String[] args) throws Exception {
    Exchanger<Integer> exchanger = new Exchanger<>();
    int[][] got = new int[4][10];
    Crew.of(
        4,
        i -> {
          for (int n = 0; n < 10; n++) {
            Crew.pause(n * i);
            try {
              got[i][n] = exchanger.exchange(i, 2, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
              got[i][n] = -1;
            }
          }
        });
    System.out.println(Arrays.deepToString(got));
  }
}
