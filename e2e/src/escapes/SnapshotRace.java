import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/** What an iterator sees while others write. */
public final class SnapshotRace {

  public static void main(String[] args) throws Exception {
    CopyOnWriteArrayList<Integer> list = new CopyOnWriteArrayList<>();
    ConcurrentLinkedDeque<Integer> deque = new ConcurrentLinkedDeque<>();
    Crew.of(
        3,
        i -> {
          for (int n = 0; n < 20; n++) {
            list.add(i);
            deque.addFirst(i);
            Crew.pause(n + i);
            if (i == 2 && n % 5 == 0) {
              System.out.println(list + " " + deque);
            }
          }
        });
  }
}
