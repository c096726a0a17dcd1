import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/** Generators that seed themselves. */
public final class Randoms {
  public static void main(String[] args) throws Exception {
    Seen.threads(
            4,
            (index, seen) -> {
              Random random = new Random();
              SplittableRandom splittable = new SplittableRandom();
              List<Integer> cards = new ArrayList<>();
              for (int i = 0; i < 500; i++) {
                cards.add(i);
                seen.add(random.nextLong()).add(ThreadLocalRandom.current().nextLong());
                seen.add(splittable.nextLong()).add(Double.doubleToLongBits(Math.random()));
              }
              Collections.shuffle(cards);
              seen.add(cards).add(splittable.split().nextInt()).add(new Random().nextInt());
              seen.add(ThreadLocalRandom.current().nextGaussian());
            })
        .print();
  }
}
