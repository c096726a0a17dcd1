import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;

/** How many turns pass until references are queued. */
public final class QueuedReferences {

  public static void main(String[] args) throws Exception {
    ReferenceQueue<Object> queue = new ReferenceQueue<>();
    List<PhantomReference<Object>> keep = new ArrayList<>();
    long turns = 0;
    for (int queued = 0; queued < 5; turns++) {
      keep.add(new PhantomReference<>(new byte[1_000], queue));
      while (queue.poll() != null) {
        queued++;
      }
    }
    System.out.println(turns);
  }
}
