package io.understudy.weaver.swap;

/**
 * The class whose code holds a site.
 *
 * @param name internal name
 * @param loader its defining loader, null for the boot loader
 * @param application false for classes of the JDK
 * @param module name of its module, or null: unnamed, or not known
 */
record Caller(String name, ClassLoader loader, boolean application, String module) {
  Caller(String name, ClassLoader loader, boolean application) {
    this(name, loader, application, null);
  }
}
