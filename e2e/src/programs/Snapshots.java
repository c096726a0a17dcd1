import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;

/** Iterators over collections that others change. */
public final class Snapshots {

  public static void main(String[] args) throws Exception {
    CopyOnWriteArrayList<Integer> list = new CopyOnWriteArrayList<>();
    CopyOnWriteArraySet<Integer> set = new CopyOnWriteArraySet<>();
    ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();
    Seen.threads(
            4,
            (index, seen) -> {
              Random random = Seen.random(args, index);
              for (int i = 0; i < 60; i++) {
                list.add(random.nextInt(50));
                set.add(random.nextInt(50));
                map.merge(random.nextInt(50), index, Integer::sum);
                for (int element : list) {
                  seen.add(element);
                  Seen.stumble(random);
                }
                for (int element : set) {
                  seen.add(element);
                }
                for (int key : map.keySet()) {
                  seen.add(key);
                  Seen.stumble(random);
                }
                list.removeIf(element -> element % 3 == index);
              }
            })
        .print();
  }
}
