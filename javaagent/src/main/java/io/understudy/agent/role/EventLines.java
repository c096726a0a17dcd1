package io.understudy.agent.role;

import io.understudy.agent.status.Console;
import io.understudy.link.LinkEvent;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Prints what journal and link report. Refused connections are counted, and only the first few and
 * then every hundredth printed: whoever can reach the port could fill the disk with lines.
 */
final class EventLines implements LinkEvent.Listener {
  private static final long EACH = 10;
  private static final long THEN_EVERY = 100;

  private final AtomicLong refused = new AtomicLong();

  @Override
  public void event(LinkEvent event) {
    String line = event.kind() + ": " + event.message();
    if (event.kind() == LinkEvent.Kind.CONNECTION_REFUSED) {
      long number = refused.incrementAndGet();
      if (number > EACH && number % THEN_EVERY != 0) {
        return;
      }
      line += " (refused connections so far: " + number + ")";
    }
    Console.line(line);
  }
}
