import java.util.Random;
import java.util.concurrent.Phaser;

/** A tree of phasers whose parties come and go. */
public final class PhaserTrees {

  public static void main(String[] args) throws Exception {
    Phaser root = new Phaser(1);
    Phaser[] leaves = {new Phaser(root), new Phaser(root)};
    for (int i = 0; i < 6; i++) {
      leaves[i % 2].register();
    }
    Thread watcher =
        new Thread(
            () -> {
              for (int phase = root.arrive(); phase >= 0 && phase < 30; phase = root.arrive()) {
                root.awaitAdvance(phase);
              }
              root.forceTermination();
            });
    watcher.start();
    Seen seen =
        Seen.threads(
            6,
            (index, own) -> {
              Random random = Seen.random(args, index);
              for (int n = 0; n < 40; n++) {
                Seen.stumble(random);
                own.add(leaves[index % 2].arriveAndAwaitAdvance());
                own.add(root.getUnarrivedParties()).add(root.isTerminated());
              }
            });
    watcher.join();
    seen.add(root).print();
  }
}
