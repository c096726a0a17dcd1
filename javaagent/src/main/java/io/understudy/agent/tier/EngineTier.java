package io.understudy.agent.tier;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import jdk.internal.misc.Unsafe;
import net.bytebuddy.jar.asm.ClassReader;

/**
 * Defines the engine's classes in the boot loader, all at once.
 *
 * <p>{@link Instrumentation#appendToBootstrapClassLoaderSearch} would do the same lazily, but
 * HotSpot then gives up class data sharing for the application's loaders and says so on the
 * server's stderr.
 */
final class EngineTier {
  private static final String PREFIX = "io/understudy/engine/";
  private static final String SUFFIX = ".class";

  private final Map<String, byte[]> waiting = new LinkedHashMap<>();

  private EngineTier() {}

  /**
   * Defines every engine class of the jar, and lets engine and agent tier use the JDK's internals.
   */
  static void define(Instrumentation instrumentation, File jar) throws IOException {
    Module agent = EngineTier.class.getModule();
    export(instrumentation, agent);
    EngineTier tier = new EngineTier();
    tier.read(jar);
    Class<?> any = null;
    while (!tier.waiting.isEmpty()) {
      any = tier.define(tier.waiting.keySet().iterator().next());
    }
    if (any == null) {
      throw new IOException(jar + " holds no class of the engine");
    }
    export(instrumentation, any.getModule());
  }

  private static void export(Instrumentation instrumentation, Module to) {
    Set<Module> target = Collections.singleton(to);
    Map<String, Set<Module>> packages = new LinkedHashMap<>();
    packages.put("jdk.internal.misc", target);
    packages.put("jdk.internal.access", target);
    instrumentation.redefineModule(
        Object.class.getModule(),
        Collections.emptySet(),
        packages,
        Collections.emptyMap(),
        Collections.emptySet(),
        Collections.emptyMap());
  }

  private void read(File jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar)) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String path = entry.getName();
        if (path.startsWith(PREFIX) && path.endsWith(SUFFIX) && !path.endsWith("-info.class")) {
          try (InputStream in = zip.getInputStream(entry)) {
            waiting.put(path.substring(0, path.length() - SUFFIX.length()), in.readAllBytes());
          }
        }
      }
    }
  }

  /** Supertypes first: the boot loader has nowhere to look them up. */
  private Class<?> define(String name) {
    byte[] bytes = waiting.remove(name);
    ClassReader header = new ClassReader(bytes);
    defineWaiting(header.getSuperName());
    for (String each : header.getInterfaces()) {
      defineWaiting(each);
    }
    return Unsafe.getUnsafe().defineClass(name, bytes, 0, bytes.length, null, null);
  }

  private void defineWaiting(String supertype) {
    if (waiting.containsKey(supertype)) {
      define(supertype);
    }
  }
}
