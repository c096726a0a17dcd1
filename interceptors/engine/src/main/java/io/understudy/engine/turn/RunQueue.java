package io.understudy.engine.turn;

/**
 * Threads that may be granted the turn, first come first served. Guarded by the scheduler's lock.
 */
final class RunQueue {
  private ManagedThread[] threads = new ManagedThread[64];
  private int size;

  /** Enters {@code t}, or changes the reason of an entry that is there already. */
  void add(ManagedThread t, int reason) {
    t.wake = reason;
    if (t.queued) {
      return;
    }
    t.queued = true;
    if (size == threads.length) {
      ManagedThread[] more = new ManagedThread[size * 2];
      System.arraycopy(threads, 0, more, 0, size);
      threads = more;
    }
    threads[size++] = t;
  }

  /**
   * Takes the first thread that can run: one before a monitor can only when the monitor is free.
   */
  ManagedThread poll() {
    for (int i = 0; i < size; i++) {
      ManagedThread t = threads[i];
      if (t.isRunnable()) {
        removeAt(i);
        return t;
      }
    }
    return null;
  }

  /** Whether {@link #poll} would find a thread. */
  boolean hasRunnable() {
    for (int i = 0; i < size; i++) {
      if (threads[i].isRunnable()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a thread waits for the turn for this reason. */
  boolean has(int reason) {
    for (int i = 0; i < size; i++) {
      if (threads[i].wake == reason) {
        return true;
      }
    }
    return false;
  }

  void remove(ManagedThread t) {
    for (int i = 0; i < size; i++) {
      if (threads[i] == t) {
        removeAt(i);
        return;
      }
    }
  }

  int size() {
    return size;
  }

  private void removeAt(int i) {
    threads[i].queued = false;
    System.arraycopy(threads, i + 1, threads, i, size - i - 1);
    threads[--size] = null;
  }
}
