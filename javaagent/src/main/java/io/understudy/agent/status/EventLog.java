package io.understudy.agent.status;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The last events of this agent, newest last. Without locks, since agent threads and the turn
 * holder both report; a managed thread must raise its depth before it calls.
 */
public final class EventLog {
  private final AtomicReferenceArray<Event> ring;
  private final AtomicLong last = new AtomicLong();

  /**
   * Creates an empty log.
   *
   * @param capacity events kept, at least 1
   */
  public EventLog(int capacity) {
    ring = new AtomicReferenceArray<>(capacity);
  }

  /** Keeps an event and prints it on the server's stderr. */
  public void report(String text) {
    keep(text);
    Console.line(text);
  }

  /** Keeps an event without printing it. */
  public void keep(String text) {
    long number = last.incrementAndGet();
    ring.set(slot(number), new Event(number, System.nanoTime(), text));
  }

  /** Events in order; one that a thread is just replacing may be missing. */
  public List<Event> events() {
    long newest = last.get();
    List<Event> events = new ArrayList<>();
    for (long number = Math.max(1, newest - ring.length() + 1); number <= newest; number++) {
      Event event = ring.get(slot(number));
      if (event != null && event.number() == number) {
        events.add(event);
      }
    }
    return events;
  }

  private int slot(long number) {
    return (int) (number % ring.length());
  }
}
