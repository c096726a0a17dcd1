package io.understudy.link;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntUnaryOperator;

/**
 * Work that any thread may do, one at a time. A thread that finds it busy leaves its work to the
 * busy one, so nobody waits.
 */
public final class SerialWork {
  private static final long BUSY_NANOS = 20_000;

  /** How a run ended. */
  public enum Outcome {
    /** All was done. */
    DONE,
    /** Another thread does it. */
    LEFT,
    /** The limit was reached: something may be left. */
    LIMITED
  }

  private final IntUnaryOperator pass;
  private final AtomicInteger requests = new AtomicInteger();

  /**
   * @param pass does what there is, up to a budget, and returns how much of it was used; it must
   *     not throw
   */
  public SerialWork(IntUnaryOperator pass) {
    this.pass = pass;
  }

  /**
   * Makes passes until nobody has asked for one meanwhile.
   *
   * @param limit budget of all passes together
   */
  public Outcome run(int limit) {
    if (requests.getAndIncrement() != 0) {
      return Outcome.LEFT;
    }
    int budget = limit;
    int seen = 1;
    do {
      budget -= pass.applyAsInt(budget);
      if (budget <= 0) {
        requests.set(0);
        return Outcome.LIMITED;
      }
      seen = requests.addAndGet(-seen);
    } while (seen != 0);
    return Outcome.DONE;
  }

  /** Whether nobody does it now. */
  public boolean isIdle() {
    return requests.get() == 0;
  }

  /** Once this returns, no thread makes a pass any more. */
  public void end() {
    while (!requests.compareAndSet(0, 1)) {
      LockSupport.parkNanos(this, BUSY_NANOS);
    }
  }
}
