package io.understudy.weaver.table;

/** The rules of the modules beside java.base, bound to the running JDK when they are needed. */
public interface ModuleRules {
  /**
   * Rules for call sites in the classes of a module; on the thread that loads such a class.
   *
   * @return null when the module is not in this JVM
   */
  SiteRules of(String module);
}
