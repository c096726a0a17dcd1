package io.understudy.engine.diverge;

/** Stacks in words; tells the server's own code from the JDK's and from ours. */
public final class Frames {
  private static final int ALL = 32;

  private Frames() {}

  /** Innermost frame of the server's own code, or an empty text. */
  public static String site(StackTraceElement[] stack) {
    String found = sites(stack, 1, "");
    return found.isEmpty() ? found : found.substring(0, found.length() - 1);
  }

  /** Innermost frames of the server's own code, a line each. */
  public static String sites(StackTraceElement[] stack, int most, String indent) {
    StringBuilder b = new StringBuilder();
    int left = most;
    for (int i = 0; i < stack.length && left > 0; i++) {
      if (isServers(stack[i])) {
        b.append(indent).append(text(stack[i])).append('\n');
        left--;
      }
    }
    return b.toString();
  }

  /** The frames, a line each; those of the server's own code are marked. */
  public static String all(StackTraceElement[] stack) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < stack.length && i < ALL; i++) {
      if (!isEngines(stack[i])) {
        b.append(isServers(stack[i]) ? "  * " : "    ").append(text(stack[i])).append('\n');
      }
    }
    return b.toString();
  }

  /** Without loader and module, which tell the reader nothing here. */
  private static String text(StackTraceElement e) {
    String file = e.getFileName() == null ? "Unknown Source" : e.getFileName();
    String line = e.getLineNumber() >= 0 ? ":" + e.getLineNumber() : "";
    return e.getClassName() + "." + e.getMethodName() + "(" + file + line + ")";
  }

  private static boolean isEngines(StackTraceElement e) {
    return e.getClassName().startsWith("io.understudy.engine.")
        || e.getClassName().startsWith("io.understudy.agent.");
  }

  /** The JDK's classes are in named modules that only the JDK has. */
  private static boolean isServers(StackTraceElement e) {
    String module = e.getModuleName();
    return !isEngines(e)
        && (module == null || !(module.startsWith("java.") || module.startsWith("jdk.")));
  }
}
