import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** How many allocations pass until a weak reference is cleared. */
public final class WeakCleared {

  public static void main(String[] args) throws Exception {
    WeakReference<Object> weak = new WeakReference<>(new Object());
    List<byte[]> some = new ArrayList<>();
    long turns = 0;
    while (weak.get() != null) {
      some.add(new byte[100]);
      if (++turns % 1_000 == 0) {
        some.clear();
      }
    }
    System.out.println(turns);
  }
}
