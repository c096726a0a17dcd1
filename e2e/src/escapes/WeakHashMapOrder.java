import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** The order of a WeakHashMap keyed by plain objects. */
public final class WeakHashMapOrder {

  public static void main(String[] args) throws Exception {
    Map<Object, Integer> map = new WeakHashMap<>();
    List<Object> keep = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Object key = i % 2 == 0 ? new Object() : new int[i];
      keep.add(key);
      map.put(key, i);
    }
    System.out.println(map.values());
  }
}
