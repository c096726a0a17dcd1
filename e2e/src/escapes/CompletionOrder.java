import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The order in which futures complete and their stages run. */
public final class CompletionOrder {

  public static void main(String[] args) throws Exception {
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    CompletableFuture<?>[] all = new CompletableFuture<?>[8];
    for (int i = 0; i < 8; i++) {
      int id = i;
      all[i] = CompletableFuture.runAsync(() -> Crew.pause(id * 5)).thenRun(() -> order.add(id));
    }
    CompletableFuture.allOf(all).join();
    System.out.println(order);
  }
}
