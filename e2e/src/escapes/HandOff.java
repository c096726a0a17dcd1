import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** Pairings of a SynchronousQueue and a LinkedTransferQueue. */
public final class HandOff {

  public static void main(String[] args) throws Exception {
    LinkedTransferQueue<Integer> transfer = new LinkedTransferQueue<>();
    SynchronousQueue<Integer> hand = new SynchronousQueue<>();
    List<String> got = Collections.synchronizedList(new ArrayList<>());
    Crew.of(
        4,
        i -> {
          for (int n = 0; n < 8; n++) {
            boolean give = i < 2;
            got.add(
                i
                    + ":"
                    + (give
                        ? hand.offer(n, 300, TimeUnit.MICROSECONDS)
                        : hand.poll(300, TimeUnit.MICROSECONDS)));
            got.add(
                i
                    + ":"
                    + (give
                        ? transfer.tryTransfer(n, 300, TimeUnit.MICROSECONDS)
                        : transfer.poll(300, TimeUnit.MICROSECONDS)));
          }
        });
    System.out.println(got);
  }
}
