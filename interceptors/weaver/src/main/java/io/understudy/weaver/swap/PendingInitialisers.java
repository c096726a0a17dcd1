package io.understudy.weaver.swap;

import jdk.internal.misc.Unsafe;

/** Which loaded classes have their static initialiser still before them. */
final class PendingInitialisers {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private PendingInitialisers() {}

  /** Whether {@code loaded} is not initialised yet. */
  static boolean awaits(Class<?> loaded) {
    return UNSAFE.shouldBeInitialized(loaded);
  }
}
