package io.understudy.engine.identity;

import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Turn;
import java.net.SocketOption;

/**
 * Identity hashes as a function of class name and a per-class counter, given at the first request
 * by a managed thread: equal on both nodes without a log record. HashMap order of plain objects
 * follows.
 */
public final class IdentityHash {
  private static final HeaderLayout LAYOUT = HeaderLayout.probe();
  private static final ClassCounters COUNTERS = new ClassCounters(0);

  /**
   * For objects first hashed in a static initialiser of the JDK, which not every node runs on a
   * managed thread.
   */
  private static final ClassCounters OF_INITIALISERS = new ClassCounters(1 << 30);

  private static final SideTable ASIDE = new SideTable();

  private IdentityHash() {}

  /** Call site of System.identityHashCode, and of Object.hashCode by invokespecial. */
  public static int of(Object o) {
    ManagedThread t = o == null ? null : Turn.current();
    return t == null ? unmanaged(o) : give(t, o);
  }

  /** Call site of hashCode() whose receiver may inherit Object's. */
  public static int hashCode(Object o) {
    if (o instanceof String) {
      return o.hashCode(); // nearly all keys; HashMap comes here for each
    }
    ManagedThread t = Turn.current();
    if (t == null) {
      return o instanceof Enum ? unmanaged(o) : o.hashCode();
    }
    return Overrides.hashCode(t, o.getClass()) ? o.hashCode() : give(t, o);
  }

  /**
   * Enum constants are keys of static tables that any thread may fill, so theirs does not depend on
   * who asks first.
   */
  private static int unmanaged(Object o) {
    if (o instanceof Enum<?> e && LAYOUT.get(o) == 0) {
      LAYOUT.set(o, ofEnum(e));
    }
    return System.identityHashCode(o);
  }

  /** Constants of the JDK, not an implementation of the server's. */
  private static boolean isOption(Object o) {
    return o instanceof SocketOption && o.getClass().getClassLoader() == null;
  }

  /**
   * Settles the hash of an object of the JDK before the first managed thread. One that the JVM has
   * given it stays: maps of the JDK hold the object under that hash and must find it again. (Those
   * of classes come from the shared archive and so are alike in all JVMs of a build.) A class that
   * has none is given one, before a thread of the agent asks for it.
   */
  public static void settle(Object o) {
    int seen = LAYOUT.get(o);
    if (seen == 0 && o instanceof Class<?> c) {
      LAYOUT.set(o, ClassCounters.ofClass(c));
    } else if (seen == 0 && o instanceof Enum<?> e) {
      LAYOUT.set(o, ofEnum(e));
    } else if (seen == 0 && isOption(o)) {
      LAYOUT.set(o, ofOption((SocketOption<?>) o));
    } else if (seen > 0 && !isMarked(seen) && ASIDE.get(o, seen) == 0) {
      ASIDE.put(o, seen, seen);
    }
  }

  /**
   * Gives a socket option of the JDK its hash, in place of the JVM's. Any table that holds it must
   * be filled anew.
   */
  public static void replace(SocketOption<?> option) {
    LAYOUT.replace(option, ofOption(option));
  }

  private static int give(ManagedThread t, Object o) {
    int seen = LAYOUT.get(o);
    if (seen > 0 && isMarked(seen)) {
      return seen;
    }
    t.depth++;
    try {
      if (seen == 0) {
        int hash = next(t, o);
        if (LAYOUT.set(o, hash)) {
          return hash;
        }
        int real = System.identityHashCode(o);
        ASIDE.put(o, real, hash);
        return hash;
      }
      int real = System.identityHashCode(o);
      if (isMarked(real)) {
        return real;
      }
      int given = ASIDE.get(o, real);
      if (given == 0) {
        given = next(t, o);
        ASIDE.put(o, real, given);
      }
      return given;
    } finally {
      t.depth--;
    }
  }

  private static int next(ManagedThread t, Object o) {
    if (o instanceof Class<?> c) {
      return ClassCounters.ofClass(c);
    }
    if (o instanceof Enum<?> e) {
      return ofEnum(e);
    }
    if (isOption(o)) {
      return ofOption((SocketOption<?>) o);
    }
    return (t.initialiser() == 0 ? COUNTERS : OF_INITIALISERS).next(o.getClass());
  }

  private static int ofEnum(Enum<?> e) {
    return mark(e.getDeclaringClass().getName().hashCode() * 31 + e.name().hashCode());
  }

  private static int ofOption(SocketOption<?> o) {
    return mark(o.getClass().getName().hashCode() * 31 + o.name().hashCode());
  }

  /**
   * Makes a 31-bit hash that {@link #isMarked} knows as ours: its low byte follows from the rest.
   */
  static int mark(int value) {
    int high = value * 0x9e3779b9 & 0x7fff_ff00;
    return high | check(high);
  }

  private static boolean isMarked(int hash) {
    return (hash & 0xff) == check(hash & 0x7fff_ff00);
  }

  private static int check(int high) {
    int x = high * 0x85ebca6b;
    return (x >>> 24 | 1) & 0xff;
  }

  /** Objects whose header could not take a hash. */
  public static int aside() {
    return ASIDE.size();
  }
}
