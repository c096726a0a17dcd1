package io.understudy.link.commit;

import io.understudy.link.SerialWork;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;

/**
 * Takes outputs from the head of the gate's queue and transmits them. Any thread may run it; one
 * does so at a time, and a thread that finds it busy leaves its work to the busy one.
 */
final class Transmission {
  private final Queue<Output> queue;
  private final AtomicLong bytes;
  private final LongPredicate mayLeave;
  private final SerialWork work = new SerialWork(this::pass);
  private final List<Outlet> blocked = new ArrayList<>();
  private final AtomicLong resent = new AtomicLong();
  private volatile long resendUpTo = -1;
  private volatile long forgotten = -1;
  private volatile long released;
  private volatile boolean anyBlocked;
  private long last;

  Transmission(Queue<Output> queue, AtomicLong bytes, LongPredicate mayLeave) {
    this.queue = queue;
    this.bytes = bytes;
    this.mayLeave = mayLeave;
  }

  /**
   * Transmits what may leave.
   *
   * @param limit most outputs to transmit on this thread
   * @return true if something is left to be done, now or once a socket has room
   */
  boolean run(int limit) {
    return switch (work.run(limit)) {
      case LEFT -> false;
      case LIMITED -> true;
      case DONE -> anyBlocked;
    };
  }

  /** Drops what waits up to this position: another node has transmitted it. */
  void forget(long position) {
    forgotten = position;
    run(Integer.MAX_VALUE);
  }

  void countAsResent(long position) {
    resendUpTo = position;
  }

  long resent() {
    return resent.get();
  }

  long released() {
    return released;
  }

  /** Whether a socket has no room for what waits. */
  boolean isBlocked() {
    return anyBlocked;
  }

  boolean isIdle() {
    return queue.isEmpty() && !anyBlocked && work.isIdle();
  }

  private int pass(int budget) {
    retryBlocked();
    int done = 0;
    for (Output o = queue.peek(); o != null && done < budget; o = queue.peek()) {
      if (o.position() <= forgotten) {
        drop(queue.remove());
      } else if (mayLeave.test(o.position())) {
        perform(queue.remove());
        done++;
      } else {
        break;
      }
    }
    report();
    return done;
  }

  private void perform(Output output) {
    last = output.position();
    Outlet outlet = output.outlet();
    if (!outlet.blocked.isEmpty()) {
      outlet.blocked.add(output);
    } else if (!attempt(output)) {
      outlet.blocked.add(output);
      blocked.add(outlet);
    }
  }

  private boolean attempt(Output output) {
    if (output.isClose()) {
      output.outlet().close();
    } else if (output.isShutdown()) {
      output.outlet().shutdown();
    } else if (!output.outlet().transmit(output)) {
      return false;
    } else if (output.position() <= resendUpTo) {
      resent.incrementAndGet();
    }
    output.outlet().left(output);
    bytes.addAndGet(-output.weight());
    return true;
  }

  private void retryBlocked() {
    for (Iterator<Outlet> i = blocked.iterator(); i.hasNext(); ) {
      Outlet outlet = i.next();
      while (!outlet.blocked.isEmpty() && attempt(outlet.blocked.peek())) {
        outlet.blocked.remove();
      }
      if (outlet.blocked.isEmpty()) {
        i.remove();
      }
    }
  }

  private void drop(Output output) {
    if (output.isClose()) {
      output.outlet().close();
    }
    output.outlet().left(output);
    bytes.addAndGet(-output.weight());
  }

  private void report() {
    long upTo = last;
    for (Outlet outlet : blocked) {
      if (!outlet.isStream()) { // a stream ends with this node, nobody sends its rest
        upTo = Math.min(upTo, outlet.blocked.element().position() - 1);
      }
    }
    if (upTo > released) {
      released = upTo;
    }
    anyBlocked = !blocked.isEmpty();
  }
}
