import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/** The order of hash tables keyed by objects that inherit hashCode from Object. */
public final class IdentityMaps {
  private static final class Plain {}

  private enum Colour {
    RED,
    GREEN,
    BLUE
  }

  public static void main(String[] args) throws Exception {
    Seen.shiftIdentityHashes();
    List<Object> keep = new ArrayList<>();
    Seen all = new Seen();
    for (Map<Object, Integer> map :
        List.of(
            new HashMap<Object, Integer>(),
            new IdentityHashMap<Object, Integer>(),
            new WeakHashMap<Object, Integer>(),
            new ConcurrentHashMap<Object, Integer>())) {
      for (int i = 0; i < 300; i++) {
        Object key = i % 3 == 0 ? new Object() : i % 3 == 1 ? new Plain() : new int[0];
        keep.add(key);
        map.put(key, i);
      }
      map.forEach((key, value) -> all.add(value));
    }
    Set<Object> set = new HashSet<>(List.of(Colour.values()));
    set.addAll(List.of(Thread.currentThread(), Plain.class, (Runnable) () -> {}, new Plain()));
    set.forEach(element -> all.add(element.getClass().isHidden() ? "" : element.getClass()));
    all.add(
        Seen.threads(3, (index, seen) -> seen.add(Set.of(1).hashCode() + new Plain().hashCode())));
    all.print();
  }
}
