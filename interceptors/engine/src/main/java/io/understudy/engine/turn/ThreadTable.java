package io.understudy.engine.turn;

import java.util.Arrays;
import java.util.Comparator;

/** All managed threads by id, and those alive by Thread. Guarded by the scheduler's lock. */
final class ThreadTable {
  private static final Comparator<ManagedThread> BY_ID =
      new Comparator<>() {
        @Override
        public int compare(ManagedThread a, ManagedThread b) {
          return Integer.compare(a.id, b.id);
        }
      };

  private ManagedThread[] byId = new ManagedThread[256];
  private ManagedThread[] alive = new ManagedThread[64];
  private int aliveCount;
  private int nextId = 1;

  /** Threads that have ended in the model; the JVM may show them alive for a moment longer. */
  private final Thread[] ended = new Thread[256];

  private int endedCount;

  ManagedThread add(Thread thread) {
    ManagedThread t = new ManagedThread(thread, nextId++);
    if (t.id >= byId.length) {
      byId = grow(byId);
    }
    byId[t.id] = t;
    addAlive(t);
    return t;
  }

  /** How many there were; without the lock, what it was a moment ago. */
  int begun() {
    return nextId;
  }

  void addAlive(ManagedThread t) {
    if (aliveCount == alive.length) {
      alive = grow(alive);
    }
    alive[aliveCount++] = t;
  }

  /** The table forgets ended threads, so that their Thread objects can be collected. */
  void remove(ManagedThread t) {
    for (int i = 0; i < aliveCount; i++) {
      if (alive[i] == t) {
        alive[i] = alive[--aliveCount];
        alive[aliveCount] = null;
        break;
      }
    }
    if (t.id < byId.length) {
      byId[t.id] = null;
    }
    ended[endedCount++ % ended.length] = t.thread;
  }

  /** Whether {@code thread} was managed and has ended, or ended so long ago that the JVM knows. */
  boolean hasEnded(Thread thread) {
    for (Thread t : ended) {
      if (t == thread) {
        return true;
      }
    }
    return false;
  }

  ManagedThread find(Thread thread) {
    for (int i = aliveCount - 1; i >= 0; i--) {
      if (alive[i].thread == thread) {
        return alive[i];
      }
    }
    return null;
  }

  ManagedThread find(int id) {
    return id > 0 && id < byId.length ? byId[id] : null;
  }

  /** Those alive, by id; the table that stands in for the JVM's list of threads. */
  Thread[] threads() {
    ManagedThread[] sorted = Arrays.copyOf(alive, aliveCount);
    Arrays.sort(sorted, BY_ID);
    Thread[] found = new Thread[sorted.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = sorted[i].thread;
    }
    return found;
  }

  int size() {
    return aliveCount;
  }

  ManagedThread get(int index) {
    return alive[index];
  }

  private static ManagedThread[] grow(ManagedThread[] from) {
    ManagedThread[] more = new ManagedThread[from.length * 2];
    System.arraycopy(from, 0, more, 0, from.length);
    return more;
  }
}
