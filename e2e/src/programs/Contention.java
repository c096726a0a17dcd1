import java.util.Random;

/** Contended monitors: blocks, methods, static methods, nested and recursive. */
public final class Contention {
  private static int order;
  private int counter;

  private static synchronized int ticket(Random random) {
    Seen.stumble(random);
    return order++;
  }

  private synchronized int count(int depth, Random random) {
    Seen.stumble(random);
    return depth == 0 ? counter++ : count(depth - 1, random);
  }

  public static void main(String[] args) throws Exception {
    Contention[] objects = {new Contention(), new Contention()};
    Seen.threads(
            4,
            (index, seen) -> {
              Random random = Seen.random(args, index);
              for (int i = 0; i < 800; i++) {
                seen.add(ticket(random)).add(objects[i % 2].count(i % 4, random));
                synchronized (objects[0]) {
                  Seen.stumble(random);
                  synchronized (objects[1]) {
                    seen.add(objects[0].counter - objects[1].counter);
                    Seen.stumble(random);
                  }
                }
              }
            })
        .print();
  }
}
