package io.understudy.engine.identity;

import java.lang.ref.WeakReference;

/**
 * Hashes of objects whose header could not take one: an unmanaged thread had asked before, or the
 * monitor was inflated. Keyed by the JVM's own hash. Turn holder only.
 */
final class SideTable {
  private static final class Entry extends WeakReference<Object> {
    final int real;
    final int given;
    Entry next;

    Entry(Object o, int real, int given, Entry next) {
      super(o);
      this.real = real;
      this.given = given;
      this.next = next;
    }
  }

  private Entry[] table = new Entry[256];
  private int size;

  /** The hash given to {@code o}, or 0. */
  int get(Object o, int real) {
    if (size == 0) {
      return 0;
    }
    for (Entry e = table[real & (table.length - 1)]; e != null; e = e.next) {
      if (e.real == real && e.refersTo(o)) {
        return e.given;
      }
    }
    return 0;
  }

  void put(Object o, int real, int given) {
    if (size > table.length) {
      sweep();
    }
    int i = real & (table.length - 1);
    table[i] = new Entry(o, real, given, table[i]);
    size++;
  }

  /** Forgets collected objects, and doubles the table when that did not help. */
  private void sweep() {
    Entry[] old = table;
    int live = 0;
    for (Entry head : old) {
      for (Entry e = head; e != null; e = e.next) {
        live += e.refersTo(null) ? 0 : 1;
      }
    }
    table = new Entry[live * 2 > old.length ? old.length * 2 : old.length];
    size = 0;
    for (Entry head : old) {
      for (Entry e = head; e != null; ) {
        Entry next = e.next;
        if (!e.refersTo(null)) {
          int i = e.real & (table.length - 1);
          e.next = table[i];
          table[i] = e;
          size++;
        }
        e = next;
      }
    }
  }

  int size() {
    return size;
  }
}
