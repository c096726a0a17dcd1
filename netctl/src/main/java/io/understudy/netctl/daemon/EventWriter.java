package io.understudy.netctl.daemon;

import io.understudy.link.message.NodeEvent;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Writes events as lines, on the thread {@code netctl-log}.
 *
 * <p>{@link #accept} never blocks: if nobody reads what is written, lines are dropped and counted.
 */
final class EventWriter implements Consumer<NodeEvent>, AutoCloseable {
  private static final int QUEUE = 1024;
  private static final long CLOSE_MILLIS = 1000;
  private static final double MICROS_PER_SECOND = 1e6;

  private final BlockingQueue<NodeEvent> queue = new ArrayBlockingQueue<>(QUEUE);
  private final AtomicLong dropped = new AtomicLong();
  private final PrintStream out;
  private final Thread writer;
  private volatile boolean closing;

  EventWriter(PrintStream out) {
    this.out = out;
    writer = new Thread(this::write, "netctl-log");
    writer.setDaemon(true);
    writer.start();
  }

  @Override
  public void accept(NodeEvent event) {
    if (!queue.offer(event)) {
      dropped.incrementAndGet();
    }
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
      long lost = dropped.getAndSet(0);
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
