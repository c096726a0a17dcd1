import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Parallel streams: the order in which elements pass, and findAny. */
public final class ParallelStreams {
  public static void main(String[] args) {
    Seen seen = new Seen();
    for (int round = 0; round < 10; round++) {
      List<Integer> passed = Collections.synchronizedList(new ArrayList<>());
      long sum =
          IntStream.range(0, 300)
              .parallel()
              .peek(i -> Seen.stumble(Seen.random(args, i)))
              .peek(passed::add)
              .mapToLong(i -> i)
              .sum();
      int any = IntStream.range(0, 10_000).parallel().filter(i -> i % 7 == 3).findAny().orElse(-1);
      seen.add(sum).add(passed).add(any);
    }
    seen.add(new Random(1).ints(500).parallel().map(i -> i >>> 1).max().getAsInt()).print();
  }
}
