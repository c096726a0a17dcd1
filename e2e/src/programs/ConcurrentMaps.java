import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** compute, merge and computeIfAbsent of few keys by many threads, with user code inside. */
public final class ConcurrentMaps {
  public static void main(String[] args) throws Exception {
    ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();
    ConcurrentSkipListMap<Integer, Integer> sorted = new ConcurrentSkipListMap<>();
    Seen all =
        Seen.threads(
            4,
            (index, seen) -> {
              Random random = Seen.random(args, index);
              for (int i = 0; i < 600; i++) {
                int key = random.nextInt(8);
                seen.add(
                    map.compute(
                        key,
                        (k, v) -> {
                          Seen.stumble(random);
                          return v == null ? 1 : v + 1;
                        }));
                seen.add(map.merge(key + 8, 1, Integer::sum)).add(map.size());
                int start = i;
                seen.add(
                    map.computeIfAbsent(
                        100 + i,
                        k -> {
                          Seen.stumble(random);
                          return index * 1000 + start;
                        }));
                seen.add(sorted.merge(key, index, Integer::sum)).add(sorted.size());
              }
            });
    map.forEach((key, value) -> all.add(value));
    all.print();
  }
}
