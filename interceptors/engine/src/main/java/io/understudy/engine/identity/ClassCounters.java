package io.understudy.engine.identity;

/**
 * Per class name: how many hashes were given. Open addressing; the names of lambda and hidden
 * classes are cut, since addresses and link order follow.
 */
final class ClassCounters {
  private Class<?>[] classes = new Class<?>[512];
  private Entry[] entries = new Entry[512];
  private Entry[] byName = new Entry[512];
  private int size;
  private int names;

  /** What the counters start with. */
  private final int start;

  ClassCounters(int start) {
    this.start = start;
  }

  private static final class Entry {
    final String name;
    final int hash;
    int count;
    Entry next;

    Entry(String name, int start) {
      this.name = name;
      this.hash = name.hashCode();
      this.count = start;
    }
  }

  /** The next hash for an object of this class: 31 bits, never 0. */
  int next(Class<?> type) {
    Entry e = entry(type);
    return IdentityHash.mark(e.hash * 31 + ++e.count);
  }

  /**
   * The hash of a class object: of its name alone, since the JDK's own linkage code asks for those
   * of the server's classes in an order that differs from run to run.
   */
  static int ofClass(Class<?> type) {
    return IdentityHash.mark(cut(type.getName()).hashCode());
  }

  private Entry entry(Class<?> type) {
    int mask = classes.length - 1;
    // the class's own hash is JVM-local; it only finds the slot
    int i = System.identityHashCode(type) & mask;
    while (classes[i] != null) {
      if (classes[i] == type) {
        return entries[i];
      }
      i = (i + 1) & mask;
    }
    Entry e = named(cut(type.getName()));
    classes[i] = type;
    entries[i] = e;
    if (++size * 2 > classes.length) {
      grow();
    }
    return e;
  }

  private static String cut(String name) {
    int lambda = name.indexOf("$$Lambda");
    if (lambda >= 0) {
      return name.substring(0, lambda);
    }
    int slash = name.indexOf('/');
    return slash >= 0 ? name.substring(0, slash) : name;
  }

  private Entry named(String name) {
    int i = name.hashCode() & (byName.length - 1);
    for (Entry e = byName[i]; e != null; e = e.next) {
      if (e.name.equals(name)) {
        return e;
      }
    }
    Entry e = new Entry(name, start);
    e.next = byName[i];
    byName[i] = e;
    names++;
    return e;
  }

  int names() {
    return names;
  }

  private void grow() {
    Class<?>[] oldClasses = classes;
    Entry[] oldEntries = entries;
    classes = new Class<?>[oldClasses.length * 2];
    entries = new Entry[oldClasses.length * 2];
    int mask = classes.length - 1;
    for (int k = 0; k < oldClasses.length; k++) {
      if (oldClasses[k] != null) {
        int i = System.identityHashCode(oldClasses[k]) & mask;
        while (classes[i] != null) {
          i = (i + 1) & mask;
        }
        classes[i] = oldClasses[k];
        entries[i] = oldEntries[k];
      }
    }
  }
}
