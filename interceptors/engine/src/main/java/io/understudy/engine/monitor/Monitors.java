package io.understudy.engine.monitor;

import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.State;
import io.understudy.engine.turn.Turn;

/**
 * Scheduling of {@code synchronized}. Uncontended monitors never come here; a contended one is
 * reported by JVMTI on the turn holder just before it would queue in the JVM, and gives the turn up
 * until the monitor is free. All methods belong to the turn holder.
 */
public final class Monitors {
  private static ContendedMonitor[] contended = new ContendedMonitor[16];
  private static int size;
  private static volatile ContendedMonitors vm;
  private static long contentions;
  private static long foreignOwners;

  private Monitors() {}

  /** Installs the JVMTI side, before the first managed thread. */
  public static void install(ContendedMonitors machine) {
    vm = machine;
  }

  static ContendedMonitors vm() {
    return vm;
  }

  public static long contentions() {
    return contentions;
  }

  public static long foreignOwners() {
    return foreignOwners;
  }

  /** JVMTI MONITOR_CONTENDED_ENTER on the calling thread. */
  public static void contended(Object object) {
    ManagedThread t = Turn.current();
    if (t == null) {
      return;
    }
    t.depth++;
    try {
      ManagedThread owner = managedOwner(object);
      if (owner == null || owner == t) {
        return; // whoever has it needs no turn to leave: block natively and keep the turn
      }
      contentions++;
      ContendedMonitor m = find(object);
      if (m == null) {
        m = add(object);
      }
      m.owner = owner;
      m.contenders++;
      t.monitor = m;
      Turn.blockOnMonitor(t);
      t.monitor = null;
      if (--m.contenders == 0) {
        remove(m);
      } else {
        m.owner = t;
      }
    } finally {
      t.depth--;
    }
  }

  /**
   * Null if the monitor is free by now, or owned by a thread of the JVM or of the agent; also if
   * its owner had no turn yet: what such a thread runs is the agent's code and class loading, at a
   * moment that no log knows.
   */
  private static ManagedThread managedOwner(Object object) {
    Thread owner = vm.owner(object);
    if (owner == null) {
      return null;
    }
    ManagedThread t = Turn.find(owner);
    if (t == null || t.state == State.NEW) {
      foreignOwners++;
      return null;
    }
    return t;
  }

  /** {@code t} is about to give the turn up: which contended monitors does it leave free? */
  public static void noteOwners(ManagedThread t) {
    for (int i = 0; i < size; i++) {
      ContendedMonitor m = contended[i];
      if (Thread.holdsLock(m.object)) {
        m.owner = t;
      } else if (m.owner == t) {
        m.owner = null;
      }
    }
  }

  /** {@code t} has ended and owns nothing any more. */
  public static void ended(ManagedThread t) {
    for (int i = 0; i < size; i++) {
      if (contended[i].owner == t) {
        contended[i].owner = null;
      }
    }
  }

  private static ContendedMonitor find(Object object) {
    for (int i = 0; i < size; i++) {
      if (contended[i].object == object) {
        return contended[i];
      }
    }
    return null;
  }

  private static ContendedMonitor add(Object object) {
    if (size == contended.length) {
      ContendedMonitor[] more = new ContendedMonitor[size * 2];
      System.arraycopy(contended, 0, more, 0, size);
      contended = more;
    }
    ContendedMonitor m = new ContendedMonitor(object, null);
    contended[size++] = m;
    return m;
  }

  private static void remove(ContendedMonitor m) {
    for (int i = 0; i < size; i++) {
      if (contended[i] == m) {
        contended[i] = contended[--size];
        contended[size] = null;
        return;
      }
    }
  }
}
