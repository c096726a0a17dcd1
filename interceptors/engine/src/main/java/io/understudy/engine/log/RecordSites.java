package io.understudy.engine.log;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * For diagnosis: where the program was when it made each of the last records. A stack costs a
 * microsecond or more for each record and is kept in memory only, so the log is the same with and
 * without it.
 */
public final class RecordSites {
  private static final int KEPT = 1 << 14;

  /** Position, thread and stack of one record. */
  public static final class Site {
    public final long position;
    public final int kind;
    public final String thread;
    private final Throwable stack;

    Site(long position, int kind, String thread, Throwable stack) {
      this.position = position;
      this.kind = kind;
      this.thread = thread;
      this.stack = stack;
    }

    public StackTraceElement[] stack() {
      return stack.getStackTrace();
    }
  }

  private final AtomicReferenceArray<Site> ring = new AtomicReferenceArray<>(KEPT);
  private volatile long next;

  /** Called by the writer's user, one thread at a time. */
  void note(long position, int kind) {
    long n = next;
    Site site = new Site(position, kind, Thread.currentThread().getName(), new Throwable());
    ring.set((int) (n % KEPT), site);
    next = n + 1;
  }

  /**
   * The record that holds a position, with up to {@code around} records before and behind it. Any
   * thread; empty if the record is too old, or not written yet.
   */
  public Site[] around(long position, int around) {
    long end = next;
    long first = Math.max(0, end - KEPT + 1);
    long found = end - 1;
    while (found >= first && at(found).position > position) {
      found--;
    }
    if (found < first) {
      return new Site[0];
    }
    int from = (int) Math.max(0, Math.min(around, found - first));
    int to = (int) Math.min(around, end - 1 - found);
    Site[] sites = new Site[from + 1 + to];
    for (int i = 0; i < sites.length; i++) {
      sites[i] = at(found - from + i);
    }
    return sites;
  }

  private Site at(long number) {
    return ring.get((int) (number % KEPT));
  }
}
