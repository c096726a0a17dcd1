package io.understudy.weaver.swap;

/** Hears that a class runs unwoven: from now on primary and backup may part. */
public interface WeavingFailure {
  /**
   * Called on the thread that loads the class; must stop replication, and must not throw.
   *
   * @param className internal name
   */
  void failed(String className, Throwable cause);
}
