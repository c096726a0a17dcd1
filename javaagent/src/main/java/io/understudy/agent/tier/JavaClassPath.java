package io.understudy.agent.tier;

import java.io.File;

/**
 * The property {@code java.class.path}. HotSpot appends the agent's jar to it (JVMTI
 * AddToSystemClassLoaderSearch in the OnLoad phase); the class loaders have read it by the time of
 * premain, so the entry only misleads class path scanners.
 */
final class JavaClassPath {
  private static final String PROPERTY = "java.class.path";

  private JavaClassPath() {}

  /** Takes our jar off the end of the property. */
  static void hide(File jar) {
    String path = System.getProperty(PROPERTY, "");
    int separator = path.lastIndexOf(File.pathSeparatorChar);
    String last = path.substring(separator + 1);
    if (!last.isEmpty() && new File(last).getAbsoluteFile().equals(jar.getAbsoluteFile())) {
      System.setProperty(PROPERTY, separator < 0 ? "" : path.substring(0, separator));
    }
  }
}
