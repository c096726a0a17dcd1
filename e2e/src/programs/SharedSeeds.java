import java.lang.ref.Cleaner;
import java.util.Random;
import java.util.SplittableRandom;

/** Generators that seed themselves while a thread of the JDK makes some too, never as many. */
public final class SharedSeeds {
  private static final int ROUNDS = 5;

  public static void main(String[] args) throws Exception {
    Seen seen = new Seen().add(new Random().nextLong()).add(new SplittableRandom().nextLong());
    Cleaner.create().register(new Object(), SharedSeeds::drawSome);
    for (int i = 0; i < ROUNDS; i++) {
      System.gc();
      Thread.sleep(100);
      seen.add(new Random().nextLong()).add(new SplittableRandom().nextLong());
    }
    seen.print();
  }

  /** On the cleaner's thread, which is not the program's: its clock is the node's own. */
  private static void drawSome() {
    for (long n = System.nanoTime() & 0x3fff | 1; n > 0; n--) {
      new Random();
      new SplittableRandom();
    }
  }
}
