import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collections.shuffle. */
public final class Shuffled {

  public static void main(String[] args) throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
    Collections.shuffle(list);
    System.out.println(list);
  }
}
