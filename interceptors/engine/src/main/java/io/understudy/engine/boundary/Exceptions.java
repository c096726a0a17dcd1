package io.understudy.engine.boundary;

import io.understudy.engine.diverge.Divergence;
import io.understudy.engine.log.LogReader;
import io.understudy.engine.log.LogWriter;
import io.understudy.engine.turn.ManagedThread;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;

/** Exceptions of natives: class name, message, and error number of those that hold one. */
final class Exceptions {
  private static final String UNIX = "sun.nio.fs.UnixException";

  private Exceptions() {}

  static void write(ManagedThread t, LogWriter w, Throwable thrown) {
    t.depth++;
    try {
      w.string(thrown.getClass().getName());
      w.string(thrown.getMessage());
      w.signed(errno(thrown));
    } finally {
      t.depth--;
    }
  }

  static Throwable read(ManagedThread t, LogReader r) {
    String name = r.string();
    String message = r.string();
    int errno = (int) r.signed();
    t.depth++;
    try {
      Class<?> type = Class.forName(name, true, null);
      return errno == 0 ? rebuild(type, message) : byNumber(type, errno);
    } catch (ReflectiveOperationException e) {
      Divergence.inRecord("an exception that can be rebuilt", name + ": " + e);
      return e;
    } finally {
      t.depth--;
    }
  }

  /** The JDK decides by the number of a UnixException; any other has none. */
  private static int errno(Throwable thrown) {
    if (!thrown.getClass().getName().equals(UNIX)) {
      return 0;
    }
    try {
      Field f = thrown.getClass().getDeclaredField("errno");
      f.setAccessible(true);
      return f.getInt(thrown);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the errors of this JDK's files cannot be read", e);
    }
  }

  private static Throwable byNumber(Class<?> type, int errno) throws ReflectiveOperationException {
    Constructor<?> c = type.getDeclaredConstructor(int.class);
    c.setAccessible(true);
    return (Throwable) c.newInstance(errno);
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
