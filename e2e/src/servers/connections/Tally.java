import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** What one kind of server has seen of its connections. */
final class Tally {
  final String name;
  final AtomicInteger accepted = new AtomicInteger();
  final AtomicInteger echoed = new AtomicInteger();
  private final AtomicInteger reset = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private volatile String last = "";

  Tally(String name) {
    this.name = name;
  }

  /** The peer closed. */
  void end() {
    ended.incrementAndGet();
  }

  void failure(Throwable cause) {
    String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (text.contains("connection reset")) {
      reset.incrementAndGet();
    } else {
      failed.incrementAndGet();
      last = " " + cause;
    }
  }

  String line() {
    return name
        + " open="
        + (accepted.get() - reset.get() - ended.get() - failed.get())
        + " reset="
        + reset
        + " failed="
        + failed
        + last;
  }
}
