package io.understudy.engine.hook;

import io.understudy.engine.boundary.Boundary;
import io.understudy.engine.turn.Turn;

/**
 * Native libraries that the server loads. What their natives take from outside is not seen, so
 * replication stops unless the operator vouches for the library.
 */
public final class Libraries {
  private static volatile String[] allowed = new String[0];

  private Libraries() {}

  /** Names, as given to System.loadLibrary, or paths or file names of libraries. */
  public static void allow(String[] names) {
    allowed = names.clone();
  }

  /** Entry of Runtime.load0 and loadLibrary0. Always false: go on. */
  public static boolean load(Object runtime, Class<?> caller, String name) {
    if (Turn.current() != null && name != null && isServers(caller) && !isAllowed(name)) {
      Boundary.unsupported(
          "loads the native library \""
              + name
              + "\" for "
              + (caller == null ? "an unknown class" : caller.getName()),
          "what its code takes from outside cannot be seen; if it takes nothing (no clock, file,"
              + " socket, thread), allow it with libraries="
              + name);
    }
    return false;
  }

  private static boolean isServers(Class<?> caller) {
    if (caller == null) {
      return true;
    }
    ClassLoader loader = caller.getClassLoader();
    return loader != null && loader != ClassLoader.getPlatformClassLoader();
  }

  private static boolean isAllowed(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    for (String each : allowed) {
      if (each.equals(name) || each.equals(file) || System.mapLibraryName(each).equals(file)) {
        return true;
      }
    }
    return false;
  }
}
