package io.understudy.weaver.bridge;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import jdk.internal.misc.Unsafe;

/** Defines classes in the boot loader. java.base must be open to this module. */
final class BootDefinition {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private final MethodHandles.Lookup all;

  BootDefinition() throws ReflectiveOperationException {
    // privateLookupIn would lack MODULE access, and with it defineHiddenClass in another module
    Field f = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
    all =
        (MethodHandles.Lookup)
            UNSAFE.getReference(UNSAFE.staticFieldBase(f), UNSAFE.staticFieldOffset(f));
  }

  void define(String name, byte[] classFile) {
    UNSAFE.defineClass(name, classFile, 0, classFile.length, null, null);
  }

  /** An instance of a hidden nest mate of a JDK class. Does not initialise that class. */
  Object nestMate(Module module, String owner, byte[] classFile)
      throws ReflectiveOperationException {
    Class<?> host = Class.forName(module, owner.replace('/', '.'));
    return all.in(host)
        .defineHiddenClass(
            classFile,
            true,
            MethodHandles.Lookup.ClassOption.NESTMATE,
            MethodHandles.Lookup.ClassOption.STRONG)
        .lookupClass()
        .getConstructor()
        .newInstance();
  }

  /** Initialises a class that was defined, and makes an instance. */
  Object instance(String name) throws ReflectiveOperationException {
    return Class.forName(name.replace('/', '.'), true, null).getConstructor().newInstance();
  }
}
