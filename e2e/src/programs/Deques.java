import java.util.Random;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

/** Threads that work at both ends of deques. */
public final class Deques {

  public static void main(String[] args) throws Exception {
    ConcurrentLinkedDeque<Integer> free = new ConcurrentLinkedDeque<>();
    LinkedBlockingDeque<Integer> bounded = new LinkedBlockingDeque<>(3);
    Seen.threads(
            4,
            (index, seen) -> {
              Random random = Seen.random(args, index);
              for (int i = 0; i < 150; i++) {
                Seen.stumble(random);
                switch (random.nextInt(4)) {
                  case 0 -> free.addFirst(index * 1_000 + i);
                  case 1 -> seen.add(free.pollLast());
                  case 2 -> seen.add(bounded.offerFirst(i, 100, TimeUnit.MICROSECONDS));
                  default -> seen.add(bounded.pollLast(100, TimeUnit.MICROSECONDS));
                }
                seen.add(free.size()).add(bounded);
              }
            })
        .print();
  }
}
