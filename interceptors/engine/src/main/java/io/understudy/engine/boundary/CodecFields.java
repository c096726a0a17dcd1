package io.understudy.engine.boundary;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Classes that the codec may take apart, and their instance fields in a fixed order. */
public final class CodecFields {
  private static final Set<String> ALLOWED =
      new HashSet<>(
          Arrays.asList(
              "java.net.InetAddress",
              "java.net.InetAddress$InetAddressHolder",
              "java.net.Inet4Address",
              "java.net.Inet6Address",
              "java.net.Inet6Address$Inet6AddressHolder",
              "java.net.InetSocketAddress",
              "java.net.InetSocketAddress$InetSocketAddressHolder",
              "java.net.NetworkInterface",
              "java.net.InterfaceAddress",
              "sun.nio.fs.UnixFileAttributes",
              "sun.nio.fs.UnixFileStoreAttributes",
              "sun.nio.ch.FileKey",
              "java.lang.Integer",
              "java.lang.Long",
              "java.lang.Double",
              "java.lang.ProcessHandleImpl$Info",
              "java.lang.StackTraceElement",
              "java.lang.management.LockInfo",
              "java.lang.management.MonitorInfo",
              "java.lang.management.MemoryUsage",
              "java.lang.management.ThreadInfo",
              "com.sun.management.GcInfo",
              "com.sun.management.internal.GcInfoCompositeData",
              "com.sun.management.internal.Flag",
              "com.sun.security.auth.module.UnixSystem"));

  private static final Comparator<Field> BY_NAME =
      new Comparator<>() {
        @Override
        public int compare(Field a, Field b) {
          return key(a).compareTo(key(b));
        }

        private String key(Field f) {
          return f.getDeclaringClass().getName() + "." + f.getName();
        }
      };

  private static final Map<Class<?>, Field[]> FIELDS = new HashMap<>();

  private CodecFields() {}

  /** How many primitive fields a class has that a native fills. */
  public static int numbers(String type) {
    int n = 0;
    try {
      for (Field f : of(Class.forName(type, false, null))) {
        n += f.getType().isPrimitive() ? 1 : 0;
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(e);
    }
    return n;
  }

  /**
   * Turn holder only.
   *
   * @throws IllegalArgumentException the class is not on the list
   */
  public static Field[] of(Class<?> type) {
    Field[] known = FIELDS.get(type);
    if (known != null) {
      return known;
    }
    if (!ALLOWED.contains(type.getName())) {
      throw new IllegalArgumentException(
          type.getName() + " came out of a native but is not a class that the log can hold");
    }
    List<Field> fields = new ArrayList<>();
    for (Class<?> c = type; c != Object.class; c = c.getSuperclass()) {
      for (Field f : c.getDeclaredFields()) {
        if (!Modifier.isStatic(f.getModifiers())) {
          fields.add(f);
        }
      }
    }
    fields.sort(BY_NAME);
    Field[] sorted = fields.toArray(new Field[0]);
    FIELDS.put(type, sorted);
    return sorted;
  }
}
