package io.understudy.engine.hook;

/**
 * Hidden classes (lambdas, proxies of frameworks) pass no class-file transformer; their bytes are
 * woven on the way into ClassLoader.defineClass0.
 */
public final class HiddenClasses {
  private static volatile ClassFilter filter;

  private HiddenClasses() {}

  /** Installs the weaver, before the first managed thread. */
  public static void install(ClassFilter classFilter) {
    filter = classFilter;
  }

  /** Entry of JavaLangAccess.defineClass, whose class file this replaces. */
  public static byte[] filter(ClassLoader loader, byte[] classFile) {
    ClassFilter f = filter;
    return f == null || classFile == null ? classFile : f.filter(loader, classFile);
  }
}
