import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;

/** A thread of the JDK's own, a Cleaner's, enters this class. Not replayable: see its test. */
public class CleanerActions {
  public static void main(String[] arguments) throws InterruptedException {
    AtomicBoolean cleaned = new AtomicBoolean();
    Cleaner.create().register(new Object(), () -> cleaned.set(true));
    for (int i = 0; i < 1000 && !cleaned.get(); i++) {
      System.gc();
      Thread.sleep(10);
    }
    System.exit(cleaned.get() ? 0 : 1);
  }
}
