import java.util.Random;

/**
 * Programs with data races: an unsynchronised counter, volatile flags, an unsafely shared array.
 */
public final class Races {
  private static int counter;
  private static volatile int turn;
  private static volatile boolean flag;

  public static void main(String[] args) throws Exception {
    int[] shared = new int[16];
    Seen all =
        Seen.threads(
            4,
            (index, seen) -> {
              Random random = Seen.random(args, index);
              for (int i = 0; i < 3_000; i++) {
                int read = counter;
                Seen.stumble(random);
                counter = read + 1;
                turn = index;
                flag = !flag;
                Seen.stumble(random);
                shared[random.nextInt(16)] += index;
                seen.add(read).add(turn).add(flag).add(shared[random.nextInt(16)]);
              }
            });
    all.add(counter).print();
  }
}
