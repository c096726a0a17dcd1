package io.understudy.weaver.swap;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.function.Consumer;
import jdk.internal.misc.Unsafe;

/** What the static fields of the boot loader's initialised classes refer to. */
final class StaticFields {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private StaticFields() {}

  /** Gives each object, but no string, to the consumer; some more than once. */
  static void forEach(Instrumentation instrumentation, Consumer<Object> consumer) {
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type.getClassLoader() == null
          && !type.isArray()
          && !type.isEnum()
          && !type.isHidden()
          && !UNSAFE.shouldBeInitialized(type)) {
        ofClass(type, consumer);
      }
    }
  }

  private static void ofClass(Class<?> type, Consumer<Object> consumer) {
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())
          && !field.getType().isPrimitive()
          && field.getType() != String.class) {
        Object value =
            UNSAFE.getReference(UNSAFE.staticFieldBase(field), UNSAFE.staticFieldOffset(field));
        if (value != null) {
          consumer.accept(value);
        }
      }
    }
  }
}
