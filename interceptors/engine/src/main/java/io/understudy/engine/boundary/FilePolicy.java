package io.understudy.engine.boundary;

import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Turn;
import java.io.File;
import java.nio.charset.StandardCharsets;
import jdk.internal.misc.Unsafe;

/**
 * Which files are the primary's alone: those under the prefixes of the options {@code input} and
 * {@code output}, and those that tell of the machine. All others are local to each node.
 */
public final class FilePolicy {
  /** What every JVM finds, but with other contents on each host. */
  private static final String[] MACHINE = {
    "/dev/random",
    "/dev/urandom",
    "/proc",
    "/sys",
    "/etc/hosts",
    "/etc/hostname",
    "/etc/machine-id",
    "/etc/resolv.conf"
  };

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int LONGEST = 4096; // PATH_MAX

  private static volatile String[] prefixes = MACHINE;
  private static volatile String[] equal = new String[0];
  private static volatile String start = "/";

  private FilePolicy() {}

  /**
   * Installs the policy; before the first managed thread.
   *
   * @param directory start directory, absolute
   * @param primaries prefixes of the options; relative ones count from the start directory
   * @param alike prefixes of what the nodes' identities compare already: JDK, class path
   */
  public static void install(String directory, String[] primaries, String[] alike) {
    start = directory;
    String[] all = new String[MACHINE.length + primaries.length];
    System.arraycopy(MACHINE, 0, all, 0, MACHINE.length);
    for (int i = 0; i < primaries.length; i++) {
      all[MACHINE.length + i] = Paths.absolute(directory, primaries[i]);
    }
    prefixes = all;
    String[] same = new String[alike.length];
    for (int i = 0; i < alike.length; i++) {
      same[i] = Paths.absolute(directory, alike[i]);
    }
    equal = same;
  }

  /** Whether what the calling thread does with this path happens on the primary alone. */
  public static boolean isPrimarys(String path) {
    return path != null && !initialises() && isUnder(prefixes, Paths.absolute(start, path));
  }

  /** As {@link #isPrimarys(String)}. */
  public static boolean isPrimarys(File file) {
    return file != null && isPrimarys(file.getPath());
  }

  /** As {@link #isPrimarys(String)}, of a C string. */
  public static boolean isPrimarys(long path) {
    return path != 0 && isPrimarys(text(path));
  }

  /** Of a file with two names, or that gets another one. */
  public static boolean isPrimarys(File from, File to) {
    return both(isPrimarys(from), isPrimarys(to));
  }

  /** Of a file with two names, or that gets another one. */
  public static boolean isPrimarys(long from, long to) {
    return both(isPrimarys(from), isPrimarys(to));
  }

  private static boolean both(boolean from, boolean to) {
    if (from != to) {
      Boundary.unsupported(
          "moved or linked a file between the paths of input= or output= and the others");
    }
    return from && to;
  }

  /** Whether the nodes are known to hold the same there, so that nothing need be compared. */
  static boolean isAlike(String path) {
    return path.endsWith(".jar")
        || path.endsWith(".zip")
        || path.endsWith(".war")
        || path.endsWith(".ear")
        || path.endsWith(".sar")
        || path.endsWith(".rar")
        || path.endsWith(".class")
        || isUnder(equal, Paths.absolute(start, path));
  }

  /** Which thread runs a static initialiser of the JDK differs from node to node. */
  private static boolean initialises() {
    ManagedThread t = Turn.current();
    return t == null || t.initialiser() != 0;
  }

  private static boolean isUnder(String[] tops, String path) {
    for (String top : tops) {
      if (path.startsWith(top)
          && (path.length() == top.length()
              || path.charAt(top.length()) == '/'
              || top.equals("/"))) {
        return true;
      }
    }
    return false;
  }

  /** A path of the JDK's natives. */
  static String text(long address) {
    int n = 0;
    while (n < LONGEST && UNSAFE.getByte(address + n) != 0) {
      n++;
    }
    return new String(Buffers.copy(address, n), StandardCharsets.UTF_8);
  }
}
