import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Many short threads, and several that wait for each. */
public final class ManyJoins {

  public static void main(String[] args) throws Exception {
    Thread[] workers = new Thread[60];
    List<Integer> ended = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < workers.length; i++) {
      int index = i;
      workers[i] =
          new Thread(
              () -> {
                Seen.stumble(Seen.random(args, index));
                ended.add(index);
              });
    }
    Seen seen =
        Seen.threads(
            4,
            (index, own) -> {
              Random random = Seen.random(args, 100 + index);
              for (int i = index; i < workers.length; i += 4) {
                workers[i].start();
              }
              for (int i = 0; i < workers.length; i++) {
                Thread worker = workers[random.nextInt(workers.length)];
                worker.join(1);
                own.add(worker.isAlive()).add(ended.size());
              }
            });
    for (Thread worker : workers) {
      worker.join();
    }
    seen.add(ended).print();
  }
}
