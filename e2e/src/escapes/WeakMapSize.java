import java.util.Map;
import java.util.WeakHashMap;

/** The size of a WeakHashMap after each of many garbage keys. */
public final class WeakMapSize {

  public static void main(String[] args) throws Exception {
    Map<Object, Integer> map = new WeakHashMap<>();
    long sizes = 0;
    for (int i = 0; i < 300_000; i++) {
      map.put(new Object(), i);
      sizes = sizes * 31 + map.size();
    }
    System.out.println(sizes);
  }
}
