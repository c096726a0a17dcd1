package io.understudy.weaver.swap;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Super classes of a class, read as resources of its loader and never by loading them: a
 * transformer that loads classes meets itself.
 */
final class Ancestry {
  private static final String OBJECT = "java/lang/Object";

  /** What one class file says; {@code UNKNOWN} when there is none. */
  private record Shape(String superName, boolean hashes) {
    static final Shape UNKNOWN = new Shape(null, false);
  }

  private final Map<ClassLoader, Map<String, Shape>> shapes =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** Whether {@code name} is {@code ancestor} or certainly extends it. */
  boolean extendsClass(String name, String ancestor, ClassLoader loader) {
    for (String n = name; n != null; n = shape(n, loader).superName()) {
      if (n.equals(ancestor)) {
        return true;
      }
    }
    return false;
  }

  /** Whether objects of static type {@code name} may answer hashCode() with Object's. */
  boolean mayInheritHashCode(String name, ClassLoader loader) {
    String n = name;
    while (n != null && !n.equals(OBJECT)) {
      Shape shape = shape(n, loader);
      if (shape.hashes()) {
        return false;
      }
      n = shape.superName();
    }
    return true;
  }

  private Shape shape(String name, ClassLoader loader) {
    ClassLoader source = loader == null ? ClassLoader.getPlatformClassLoader() : loader;
    Map<String, Shape> known = shapes.computeIfAbsent(source, key -> new ConcurrentHashMap<>());
    Shape shape = known.get(name);
    if (shape == null) {
      shape = read(name, source);
      known.put(name, shape);
    }
    return shape;
  }

  private static Shape read(String name, ClassLoader source) {
    try (InputStream in = open(name + ".class", source)) {
      if (in == null) {
        return Shape.UNKNOWN;
      }
      ClassReader reader = new ClassReader(in.readAllBytes());
      boolean[] hashes = new boolean[1];
      reader.accept(
          new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] thrown) {
              hashes[0] |= method.equals("hashCode") && descriptor.equals("()I");
              return null;
            }
          },
          ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return new Shape(reader.getSuperName(), hashes[0]);
    } catch (IOException e) {
      return Shape.UNKNOWN;
    }
  }

  /**
   * The resource, or null. Not by way of the JDK's cache of open archives: the server asks that
   * cache, too, and would not find in it what was put there by the agent, whose threads see other
   * identity hashes (sun.net.www.protocol.jar.JarFileFactory).
   */
  private static InputStream open(String resource, ClassLoader source) throws IOException {
    URL place = source.getResource(resource);
    if (place == null) {
      return source.getResourceAsStream(resource);
    }
    URLConnection connection = place.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }
}
