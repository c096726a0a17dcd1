package io.understudy.engine.boundary;

import io.understudy.engine.diverge.Divergence;
import io.understudy.engine.log.LogReader;
import io.understudy.engine.log.LogWriter;
import io.understudy.engine.turn.ManagedThread;
import java.lang.reflect.Constructor;

/** Exceptions of natives: class name and message. */
final class Exceptions {
  private Exceptions() {}

  static void write(ManagedThread t, LogWriter w, Throwable thrown) {
    t.depth++;
    try {
      w.string(thrown.getClass().getName());
      w.string(thrown.getMessage());
    } finally {
      t.depth--;
    }
  }

  static Throwable read(ManagedThread t, LogReader r) {
    String name = r.string();
    String message = r.string();
    t.depth++;
    try {
      return rebuild(Class.forName(name, true, null), message);
    } catch (ReflectiveOperationException e) {
      Divergence.report("an exception that can be rebuilt", name + ": " + e);
      return e;
    } finally {
      t.depth--;
    }
  }

  static Throwable rebuild(Class<?> type, String message) throws ReflectiveOperationException {
    Constructor<?> plain = null;
    for (Constructor<?> c : type.getDeclaredConstructors()) {
      Class<?>[] parameters = c.getParameterTypes();
      if (parameters.length == 1 && parameters[0] == String.class) {
        c.setAccessible(true);
        return (Throwable) c.newInstance(message);
      }
      if (parameters.length == 0) {
        plain = c;
      }
    }
    if (plain == null) {
      throw new NoSuchMethodException(type.getName() + "(String)");
    }
    plain.setAccessible(true);
    return (Throwable) plain.newInstance();
  }
}
