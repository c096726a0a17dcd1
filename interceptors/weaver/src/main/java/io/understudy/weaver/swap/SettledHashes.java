package io.understudy.weaver.swap;

import io.understudy.engine.identity.IdentityHash;
import java.lang.instrument.Instrumentation;
import java.util.List;
import jdk.internal.misc.Unsafe;

/**
 * Objects of the JDK that its own start-up has put into hash tables: classes, modules, loaders,
 * enum constants, the main thread.
 */
final class SettledHashes {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** These are not among the loaded classes. */
  private static final List<Class<?>> PRIMITIVES =
      List.of(
          boolean.class,
          byte.class,
          char.class,
          short.class,
          int.class,
          long.class,
          float.class,
          double.class,
          void.class);

  private SettledHashes() {}

  /** Settles what is there now. */
  static void settle(Instrumentation instrumentation) {
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      IdentityHash.settle(type);
      if (type.isEnum() && !UNSAFE.shouldBeInitialized(type)) {
        for (Object constant : type.getEnumConstants()) {
          IdentityHash.settle(constant);
        }
      }
    }
    for (Class<?> primitive : PRIMITIVES) {
      IdentityHash.settle(primitive);
    }
    ModuleLayer.boot().modules().forEach(IdentityHash::settle);
    for (ClassLoader l = ClassLoader.getSystemClassLoader(); l != null; l = l.getParent()) {
      IdentityHash.settle(l);
      IdentityHash.settle(l.getUnnamedModule());
    }
    IdentityHash.settle(Thread.currentThread());
  }
}
