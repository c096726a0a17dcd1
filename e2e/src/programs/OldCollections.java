import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.Random;
import java.util.Vector;

/** Synchronised JDK collections under contention, with user code that blocks inside. */
public final class OldCollections {
  private record Key(int value) {
    @Override
    public int hashCode() {
      Thread.yield();
      return value;
    }
  }

  public static void main(String[] args) throws Exception {
    Hashtable<Key, Integer> table = new Hashtable<>();
    Vector<Integer> vector = new Vector<>();
    Map<Key, Integer> map = Collections.synchronizedMap(new HashMap<>());
    StringBuffer text = new StringBuffer();
    Seen.threads(
            4,
            (index, seen) -> {
              Random random = Seen.random(args, index);
              for (int i = 0; i < 300; i++) {
                Key key = new Key(random.nextInt(6));
                seen.add(
                    table.compute(
                        key,
                        (k, v) -> {
                          Seen.stumble(random);
                          return v == null ? 0 : v + 1;
                        }));
                seen.add(map.merge(key, index, Integer::sum)).add(map.size());
                vector.add(index);
                if (i % 50 == 0) {
                  vector.forEach(value -> Seen.stumble(random));
                  vector.removeIf(value -> value == index);
                }
                seen.add(vector.size()).add(text.append(index).length());
              }
            })
        .add(text)
        .print();
  }
}
