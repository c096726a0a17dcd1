package io.understudy.weaver.swap;

import io.understudy.engine.identity.IdentityHash;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;

/** Weaves the classes that were loaded before the transformer came. */
public final class LoadedClasses {
  private LoadedClasses() {}

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
    try (InputStream in =
        ClassLoader.getPlatformClassLoader().getResourceAsStream(name + ".class")) {
      // classes without a class file (of the VM's own making) hold no site
      if (in == null) {
        return false;
      }
      byte[] bytes = in.readAllBytes();
      return transformer.mayConcern(name, bytes) || transformer.awaitsInitialiser(type, bytes);
    }
  }
}
