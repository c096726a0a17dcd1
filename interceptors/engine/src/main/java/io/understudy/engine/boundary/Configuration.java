package io.understudy.engine.boundary;

import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Turn;

/**
 * What stays the same as long as a process lives (processors, pid, environment, time zone). The
 * primary logs each once, as the first records of all; from then on every thread of either node,
 * managed or not, gets these values. The JDK keeps such values in static fields, and whoever
 * initialises a class first must find the same.
 */
public abstract class Configuration {
  private static final String ENVIRON = "java/lang/ProcessEnvironment#environ";

  private static volatile Configuration reader;
  private static volatile Object[] values = new Object[0];

  /** Installs the generated class that calls the natives. */
  public static void install(Configuration implementation) {
    reader = implementation;
    values = new Object[Boundary.size()];
  }

  /** Logs the values, or takes them from the log. On the first managed thread. */
  public static void settle() {
    ManagedThread t = Turn.current();
    if (t == null) {
      throw new IllegalStateException("only a managed thread can settle the configuration");
    }
    reader.read(t);
    EarlyProcess.settle();
    if (Turn.replaying()) {
      t.depth++;
      try {
        replaceEarlyValues();
      } finally {
        t.depth--;
      }
    }
  }

  private static void replaceEarlyValues() {
    for (int id = 0; id < values.length; id++) {
      if (values[id] != null && Boundary.name(id).equals(ENVIRON)) {
        EarlyEnvironment.replace((byte[][]) values[id]);
      }
    }
  }

  /** Calls each native as input and hands the results to {@link #put}. */
  protected abstract void read(ManagedThread t);

  protected static void put(int id, Object value) {
    values[id] = value;
  }

  /** The settled value of a native, or null; for hooks that are to give the same. */
  public static Object get(String name) {
    for (int id = 0; id < values.length; id++) {
      if (values[id] != null && Boundary.name(id).equals(name)) {
        return values[id];
      }
    }
    return null;
  }

  /** The settled value of a native, boxed; null before {@link #settle}. */
  public static Object get(int id) {
    return values[id];
  }
}
