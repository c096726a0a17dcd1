package io.understudy.engine.identity;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Order in which reflection lists the methods that a class declares. HotSpot sorts them by the
 * addresses of their names, which differ from JVM to JVM; the specification promises no order.
 */
public final class MethodOrder {
  private static final Comparator<Method> BY_NAME =
      new Comparator<>() {
        @Override
        public int compare(Method a, Method b) {
          return a.getName().compareTo(b.getName());
        }
      };

  private MethodOrder() {}

  /**
   * Entry of jdk.internal.reflect.Reflection.filterMethods, through which each new list passes.
   * Methods of one name stay in the order of the class file, which HotSpot keeps.
   *
   * @return null: go on, with the sorted list
   */
  public static Object[] sort(Class<?> declaring, Method[] methods) {
    Arrays.sort(methods, BY_NAME);
    return null;
  }
}
