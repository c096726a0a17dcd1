package io.understudy.agent.boot;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Loads the agent tier and its libraries from {@code inst/} of the product jar, where classes are
 * named {@code .classdata}: neither the application nor a class path scanner finds them.
 *
 * <p>Parent is the platform loader, so nothing of the application is visible here either. The jar
 * stays open as long as the JVM runs. Safe for use by many threads.
 */
public final class AgentClassLoader extends ClassLoader {
  private static final String HIDDEN = "inst/";
  private static final String OURS = "io.understudy.";
  private static final String ENGINE = OURS + "engine.";

  static {
    registerAsParallelCapable();
  }

  private final ZipFile jar;
  private final String baseUrl;
  private final boolean withEngine;
  private final ProtectionDomain domain;
  private final String version;

  /**
   * @param file the product jar
   * @param withEngine load the engine here too: for command line tools, where no boot loader knows
   *     it
   */
  public AgentClassLoader(File file, boolean withEngine) throws IOException {
    super("understudy", ClassLoader.getPlatformClassLoader());
    this.jar = new ZipFile(file);
    this.baseUrl = "jar:" + file.toURI() + "!/" + HIDDEN;
    this.withEngine = withEngine;
    this.domain =
        new ProtectionDomain(
            new CodeSource(file.toURI().toURL(), (Certificate[]) null), null, this, null);
    try (InputStream manifest = jar.getInputStream(jar.getEntry(JarFile.MANIFEST_NAME))) {
      this.version =
          new Manifest(manifest)
              .getMainAttributes()
              .getValue(Attributes.Name.IMPLEMENTATION_VERSION);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String path = name.replace('.', '/');
    boolean engine = withEngine && name.startsWith(ENGINE);
    ZipEntry entry = jar.getEntry(engine ? path + ".class" : HIDDEN + path + ".classdata");
    if (entry == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] bytes;
    try (InputStream in = jar.getInputStream(entry)) {
      bytes = in.readAllBytes();
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name + " (" + jar.getName() + " is damaged)", unreadable);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      definePackageOf(name);
      return defineClass(name, bytes, 0, bytes.length, domain);
    }
  }

  private void definePackageOf(String className) {
    int dot = className.lastIndexOf('.');
    String name = dot < 0 ? "" : className.substring(0, dot);
    if (getDefinedPackage(name) == null) {
      try {
        definePackage(
            name, null, null, null, null, name.startsWith(OURS) ? version : null, null, null);
      } catch (IllegalArgumentException definedMeanwhile) {
        // another thread was first, with the same data
      }
    }
  }

  /** Class files are asked for by their usual name. */
  private static String stored(String name) {
    return name.endsWith(".class") ? name + "data" : name;
  }

  @Override
  protected URL findResource(String name) {
    if (jar.getEntry(HIDDEN + stored(name)) == null) {
      return null;
    }
    try {
      return URI.create(baseUrl + stored(name)).toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL one = findResource(name);
    return one == null
        ? Collections.emptyEnumeration()
        : Collections.enumeration(Collections.singleton(one));
  }

  /** Reads from the open jar; no URL handler, no cache of jar files is touched. */
  @Override
  public InputStream getResourceAsStream(String name) {
    ZipEntry entry = jar.getEntry(HIDDEN + stored(name));
    if (entry == null) {
      return getParent().getResourceAsStream(name);
    }
    try {
      return jar.getInputStream(entry);
    } catch (IOException unreadable) {
      return null;
    }
  }
}
