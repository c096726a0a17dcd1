package io.understudy.engine.boundary;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import jdk.internal.misc.Unsafe;

/**
 * The environment that java.lang.ProcessEnvironment keeps. A library of the agent asks for a
 * variable before the log is there (protobuf's version check does), and a backup's class then holds
 * this node's environment for good; so it is made anew from the primary's.
 */
final class EarlyEnvironment {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final String OWNER = "java.lang.ProcessEnvironment";

  private EarlyEnvironment() {}

  /**
   * Replaces what the class holds, if it was initialised before.
   *
   * @param environ names and values in turn, as the native gives them
   */
  static void replace(byte[][] environ) {
    try {
      Class<?> owner = Class.forName(OWNER, false, null);
      if (UNSAFE.shouldBeInitialized(owner)) {
        return;
      }
      Map<Object, Object> fresh = make(environ);
      Field variables = owner.getDeclaredField("theEnvironment");
      Field shown = owner.getDeclaredField("theUnmodifiableEnvironment");
      shown.setAccessible(true);
      Class<?> unmodifiable = Class.forName("java.util.Collections$UnmodifiableMap", false, null);
      Object strings =
          UNSAFE.getReference(shown.get(null), UNSAFE.objectFieldOffset(unmodifiable, "m"));
      Class<?> view = Class.forName(OWNER + "$StringEnvironment", false, null);
      UNSAFE.putReference(strings, UNSAFE.objectFieldOffset(view, "m"), fresh);
      UNSAFE.putReference(
          UNSAFE.staticFieldBase(variables), UNSAFE.staticFieldOffset(variables), fresh);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the environment of this JDK cannot be replaced", e);
    }
  }

  /** As the class's own initialiser does: same capacity and order, so that iteration is alike. */
  private static Map<Object, Object> make(byte[][] environ) throws ReflectiveOperationException {
    Map<Object, Object> map = new HashMap<>(environ.length / 2 + 3);
    Method name = valueOf("Variable");
    Method value = valueOf("Value");
    for (int i = environ.length - 1; i > 0; i -= 2) {
      map.put(name.invoke(null, environ[i - 1]), value.invoke(null, environ[i]));
    }
    return map;
  }

  private static Method valueOf(String type) throws ReflectiveOperationException {
    Class<?> owner = Class.forName(OWNER + "$" + type, true, null);
    Method m = owner.getDeclaredMethod("valueOf", byte[].class);
    m.setAccessible(true);
    return m;
  }
}
