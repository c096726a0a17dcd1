import java.util.ArrayList;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.List;

/** Whether an iteration meets a ConcurrentModificationException. */
public final class ModificationRace {

  public static void main(String[] args) throws Exception {
    List<Integer> list =
        Collections.synchronizedList(new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8)));
    Crew.of(
        3,
        i -> {
          for (int n = 0; n < 10; n++) {
            try {
              int sum = 0;
              for (int element : list) {
                sum += element;
                Crew.pause(n + sum + i);
              }
              System.out.println(i + " " + sum);
            } catch (ConcurrentModificationException e) {
              System.out.println(i + " modified");
            }
            list.add(i);
          }
        });
  }
}
