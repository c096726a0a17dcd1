package io.understudy.agent.jvmti;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Native access for the agent's loader on JDK 24 and later, where loading a library otherwise
 * prints a warning to the server's standard error (JEP 472).
 *
 * <p>The JDK keeps one flag for all unnamed modules together, and the first use sets it anyway; we
 * only set it without the noise. Needs {@code java.base/jdk.internal.access} exported to us.
 */
final class NativeAccess {
  private static final int FIRST_WITH_WARNING = 24;

  private NativeAccess() {}

  static void grant() {
    if (Runtime.version().feature() < FIRST_WITH_WARNING) {
      return;
    }
    try {
      Object access =
          Class.forName("jdk.internal.access.SharedSecrets")
              .getMethod("getJavaLangAccess")
              .invoke(null);
      Method grant =
          Class.forName("jdk.internal.access.JavaLangAccess")
              .getMethod("addEnableNativeAccessToAllUnnamed");
      grant.invoke(access);
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException(
          "cannot grant native access to the agent; the JVM would print warnings on the server's"
              + " console; this JDK is not supported",
          e);
    }
  }
}
