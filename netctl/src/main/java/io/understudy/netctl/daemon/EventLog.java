package io.understudy.netctl.daemon;

import io.understudy.link.message.NodeEvent;
import io.understudy.link.message.StepTiming;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What happened and why: the last events in memory, and each one passed on. Any thread. */
final class EventLog {
  private static final int KEPT = 64;

  private final long startNanos = System.nanoTime();
  private final Deque<NodeEvent> last = new ArrayDeque<>();
  private final Consumer<NodeEvent> out;

  /**
   * @param out gets each event, in order; must not block
   */
  EventLog(Consumer<NodeEvent> out) {
    this.out = out;
  }

  void add(String name, String reason) {
    add(name, reason, List.of());
  }

  synchronized void add(String name, String reason, List<StepTiming> steps) {
    NodeEvent event =
        NodeEvent.newBuilder()
            .setUptimeMicros(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - startNanos))
            .setWallMillis(System.currentTimeMillis())
            .setName(name)
            .setReason(reason)
            .addAllSteps(steps)
            .build();
    if (last.size() == KEPT) {
      last.removeFirst();
    }
    last.addLast(event);
    out.accept(event);
  }

  /** The last events, oldest first. */
  synchronized List<NodeEvent> last() {
    return List.copyOf(last);
  }

  long uptimeMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
  }
}
