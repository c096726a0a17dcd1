package io.understudy.engine.hook;

import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Turn;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers that the JDK hands out one after the other to whoever asks (thread ids, pool numbers,
 * seed uniquifiers). Managed threads have a second copy of each, so that the JVM's and the agent's
 * own threads cannot shift it.
 */
public final class Counters {
  private static final int MAX = 64;

  /** Ids of managed threads must not meet those of unmanaged ones. */
  private static final long FIRST_ID = 1_000_000;

  private static final long FIRST_OF_INITIALISERS = 500_000;

  private static final AtomicInteger[] INTS = new AtomicInteger[2 * MAX];
  private static final AtomicLong[] LONGS = new AtomicLong[2 * MAX];

  private Counters() {}

  /** Behind a read of a static AtomicInteger field: the copy for managed threads, or the field. */
  public static AtomicInteger pick(AtomicInteger real, int index) {
    ManagedThread t = Turn.current();
    if (t == null) {
      return real;
    }
    int i = slot(t, index);
    AtomicInteger copy = INTS[i];
    if (copy == null) {
      copy = new AtomicInteger(start(real.get(), i));
      INTS[i] = copy;
    }
    return copy;
  }

  /** Behind a read of a static AtomicLong field. */
  public static AtomicLong pick(AtomicLong real, int index) {
    ManagedThread t = Turn.current();
    if (t == null) {
      return real;
    }
    int i = slot(t, index);
    AtomicLong copy = LONGS[i];
    if (copy == null) {
      copy = new AtomicLong(start(real.get(), i));
      LONGS[i] = copy;
    }
    return copy;
  }

  /** A third copy for static initialisers of the JDK, which not every node runs managed. */
  private static int slot(ManagedThread t, int index) {
    return t.initialiser() == 0 ? index : MAX + index;
  }

  /** Small numbers are names and start at 1 again; large ones are seeds. */
  private static int start(int real, int index) {
    return real >= 0 && real < FIRST_ID ? 1 : (int) Seeds.counter(index);
  }

  private static long start(long real, int index) {
    return real >= 0 && real < FIRST_ID ? 1 : Seeds.counter(index);
  }

  /**
   * The next number of a sequence method for a managed thread.
   *
   * @return -1 when the caller is not managed and must ask the JDK
   */
  public static long next(int index, long first) {
    ManagedThread t = Turn.current();
    if (t == null) {
      return -1;
    }
    int i = slot(t, index);
    AtomicLong copy = LONGS[i];
    if (copy == null) {
      copy = new AtomicLong(i == index ? first : first + FIRST_OF_INITIALISERS);
      LONGS[i] = copy;
    }
    return copy.getAndIncrement();
  }
}
