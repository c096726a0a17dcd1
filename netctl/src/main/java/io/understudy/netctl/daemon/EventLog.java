package io.understudy.netctl.daemon;

import io.understudy.link.message.NodeEvent;
import io.understudy.link.message.StepTiming;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What happened and why: the last events in memory, and each as one line on the daemon's stderr.
 *
 * <p>{@link #add} never blocks: if nobody reads stderr, lines are dropped and counted.
 */
final class EventLog implements AutoCloseable {
  private static final int KEPT = 64;
  private static final int QUEUE = 1024;
  private static final long CLOSE_MILLIS = 1000;
  private static final double MICROS_PER_SECOND = 1e6;

  private final long startNanos = System.nanoTime();
  private final Deque<NodeEvent> last = new ArrayDeque<>();
  private final BlockingQueue<NodeEvent> queue = new ArrayBlockingQueue<>(QUEUE);
  private final PrintStream out;
  private final Thread writer;
  private long dropped;
  private volatile boolean closing;

  EventLog(PrintStream out) {
    this.out = out;
    writer = new Thread(this::write, "netctl-log");
    writer.setDaemon(true);
    writer.start();
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
    if (!queue.offer(event)) {
      dropped++;
    }
  }

  /** The last events, oldest first. */
  synchronized List<NodeEvent> last() {
    return List.copyOf(last);
  }

  long uptimeMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
  }

  /** Waits until all is written, but not for ever. */
  @Override
  public void close() {
    closing = true;
    writer.interrupt();
    try {
      writer.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    while (true) {
      NodeEvent event = next();
      if (event == null) {
        return;
      }
      out.println(line(event));
      long lost = takeDropped();
      if (lost > 0) {
        out.println("netctl: " + lost + " events were not written: stderr was not read in time");
      }
    }
  }

  /** The next event; null at the end. */
  private NodeEvent next() {
    while (!closing) {
      try {
        return queue.take();
      } catch (InterruptedException wake) {
        // closing: what is queued is still written
      }
    }
    return queue.poll();
  }

  private synchronized long takeDropped() {
    long lost = dropped;
    dropped = 0;
    return lost;
  }

  static String line(NodeEvent event) {
    String steps = event.getStepsCount() == 0 ? "" : " [" + Steps.text(event.getStepsList()) + "]";
    return String.format(
        Locale.ROOT,
        "netctl %12.6f %s: %s%s",
        event.getUptimeMicros() / MICROS_PER_SECOND,
        event.getName(),
        event.getReason(),
        steps);
  }
}
