package io.understudy.weaver.swap;

import io.understudy.engine.identity.IdentityHash;
import io.understudy.weaver.table.NativeMethod;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;

/** Weaves the classes that were loaded before the transformer came. */
public final class LoadedClasses {
  private LoadedClasses() {}

  /** To be called before the agent opens a socket: socket options of the JDK, and sets of them. */
  public static void settleConstants() {
    SettledOptions.settle();
  }

  /**
   * Registers the transformer and retransforms every loaded class that holds a site. Also settles
   * the identity hashes of what the JDK has loaded so far.
   *
   * @return the classes that were retransformed
   * @throws UnmodifiableClassException if the JVM lets one of them alone
   * @throws IOException if the JDK's class files cannot be read
   */
  public static List<Class<?>> weave(Instrumentation instrumentation, SiteTransformer transformer)
      throws UnmodifiableClassException, IOException {
    SettledHashes.settle(instrumentation);
    transformer.warm();
    instrumentation.addTransformer(transformer, true);
    if (instrumentation.isNativeMethodPrefixSupported()) {
      instrumentation.setNativeMethodPrefix(transformer, NativeMethod.PREFIX);
    }
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (instrumentation.isModifiableClass(type) && concerns(transformer, type)) {
        classes.add(type);
      }
    }
    instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
    SettledHashes.settle(instrumentation);
    StaticFields.forEach(instrumentation, IdentityHash::settle); // ClassLoaderValue, for example
    return classes;
  }

  private static boolean concerns(SiteTransformer transformer, Class<?> type) throws IOException {
    if (type.isArray() || type.isPrimitive() || type.isHidden() || transformer.isAgents(type)) {
      return false;
    }
    if (transformer.isApplication(type)) {
      return true;
    }
    String name = type.getName().replace('.', '/');
    boolean uninitialised = PendingInitialisers.awaits(type);
    if (type.getClassLoader() == null && type.getModule() == Object.class.getModule()) {
      return transformer.base().concerns(name, uninitialised, () -> bytes(name));
    }
    byte[] bytes = bytes(name);
    return bytes != null
        && (transformer.mayConcern(name, type.getModule().getName(), bytes)
            || (uninitialised && new ClassFile(bytes).holds("<clinit>")));
  }

  /** The class file of a class of the JDK, or null: of the VM's own making, without a site. */
  private static byte[] bytes(String name) throws IOException {
    try (InputStream in =
        ClassLoader.getPlatformClassLoader().getResourceAsStream(name + ".class")) {
      return in == null ? null : in.readAllBytes();
    }
  }
}
