package io.understudy.engine.identity;

import io.understudy.engine.turn.ManagedThread;

/** Which classes have a hashCode of their own. Turn holder only. */
final class Overrides {
  private static Class<?>[] keys = new Class<?>[1024];
  private static boolean[] values = new boolean[1024];
  private static int size;

  private Overrides() {}

  /** Whether objects of this class answer hashCode() by code other than Object's. */
  static boolean hashCode(ManagedThread t, Class<?> type) {
    Class<?>[] k = keys;
    int mask = k.length - 1;
    int i = System.identityHashCode(type) & mask;
    while (k[i] != null) {
      if (k[i] == type) {
        return values[i];
      }
      i = (i + 1) & mask;
    }
    t.depth++;
    try {
      boolean overrides = look(type);
      keys[i] = type;
      values[i] = overrides;
      if (++size * 2 > keys.length) {
        grow();
      }
      return overrides;
    } finally {
      t.depth--;
    }
  }

  private static boolean look(Class<?> type) {
    if (type.isArray()) {
      return false;
    }
    try {
      return type.getMethod("hashCode").getDeclaringClass() != Object.class;
    } catch (NoSuchMethodException | LinkageError e) {
      // a class that names types which are not there: ask each class of the chain for itself
      return true;
    }
  }

  private static void grow() {
    Class<?>[] oldKeys = keys;
    boolean[] oldValues = values;
    keys = new Class<?>[oldKeys.length * 2];
    values = new boolean[oldKeys.length * 2];
    int mask = keys.length - 1;
    for (int j = 0; j < oldKeys.length; j++) {
      if (oldKeys[j] != null) {
        int i = System.identityHashCode(oldKeys[j]) & mask;
        while (keys[i] != null) {
          i = (i + 1) & mask;
        }
        keys[i] = oldKeys[j];
        values[i] = oldValues[j];
      }
    }
  }
}
