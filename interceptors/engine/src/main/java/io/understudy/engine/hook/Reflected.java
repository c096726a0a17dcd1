package io.understudy.engine.hook;

import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Turn;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/**
 * Natives that a managed thread reaches by reflection or a method handle, where there is no call
 * site to swap. Each method answers null to let the JDK go on, or its result in an array.
 */
public final class Reflected {
  private static final Class<?>[] NONE = {};

  private static volatile NativeReplacements replacements;

  private Reflected() {}

  /** Installs the agent's side, before the first managed thread. */
  public static void install(NativeReplacements implementation) {
    replacements = implementation;
  }

  /** Entry of Method.invoke. */
  public static Object[] invoke(Method method, Object receiver, Object[] arguments)
      throws IllegalAccessException, InvocationTargetException {
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    if (Turn.current() == null || !mayBeNative(method) || (!isStatic && receiver == null)) {
      return null;
    }
    int count = arguments == null ? 0 : arguments.length;
    Method target = replacement(method);
    if (target == null || count != method.getParameterCount()) {
      return null;
    }
    Object[] all = new Object[isStatic ? count : count + 1];
    if (!isStatic) {
      all[0] = receiver;
    }
    for (int i = 0; i < count; i++) {
      all[all.length - count + i] = arguments[i];
    }
    return new Object[] {target.invoke(null, all)};
  }

  /** Entry of Lookup.unreflect. */
  public static Object[] unreflect(Lookup lookup, Method method) throws IllegalAccessException {
    if (Turn.current() == null || !mayBeNative(method)) {
      return null;
    }
    return handle(replacement(method));
  }

  /** Entry of Lookup.findStatic and Lookup.findVirtual. */
  public static Object[] find(Lookup lookup, Class<?> owner, String name, MethodType type)
      throws IllegalAccessException {
    Object[] found = handle(replacement(owner, name, type));
    if (found != null
        && ((MethodHandle) found[0]).type().parameterCount() > type.parameterCount()) {
      MethodHandle virtual = (MethodHandle) found[0];
      found[0] = virtual.asType(virtual.type().changeParameterType(0, owner));
    }
    return found;
  }

  /** Entry of Lookup.bind. */
  public static Object[] bind(Lookup lookup, Object receiver, String name, MethodType type)
      throws IllegalAccessException {
    if (receiver == null) {
      return null;
    }
    Object[] found = handle(replacement(receiver.getClass(), name, type));
    if (found != null) {
      found[0] = ((MethodHandle) found[0]).bindTo(receiver);
    }
    return found;
  }

  /** Object's wait() and wait(long, int) are no natives, but lead to one. */
  private static boolean mayBeNative(Method method) {
    return Modifier.isNative(method.getModifiers()) || method.getDeclaringClass() == Object.class;
  }

  private static Method replacement(Method method) {
    ManagedThread t = Turn.enterAgent();
    try {
      return replacements.find(
          method.getDeclaringClass(), method.getName(), method.getParameterTypes());
    } finally {
      Turn.leaveAgent(t);
    }
  }

  private static Method replacement(Class<?> owner, String name, MethodType type) {
    NativeReplacements known = replacements;
    if (known == null || owner == null || name == null || type == null || Turn.current() == null) {
      return null;
    }
    ManagedThread t = Turn.enterAgent();
    try {
      return known.find(owner, name, type.parameterList().toArray(NONE));
    } finally {
      Turn.leaveAgent(t);
    }
  }

  private static Object[] handle(Method target) throws IllegalAccessException {
    if (target == null) {
      return null;
    }
    ManagedThread t = Turn.enterAgent();
    try {
      return new Object[] {MethodHandles.publicLookup().unreflect(target)};
    } finally {
      Turn.leaveAgent(t);
    }
  }
}
