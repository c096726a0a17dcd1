import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How a sort by identity hash orders. */
public final class EqualHashSort {

  public static void main(String[] args) throws Exception {
    List<Object> objects = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      objects.add(new Object());
    }
    List<Object> sorted = new ArrayList<>(objects);
    sorted.sort(Comparator.comparingInt(System::identityHashCode));
    System.out.println(sorted.stream().map(objects::indexOf).toList());
  }
}
