package io.understudy.weaver.swap;

import io.understudy.engine.identity.IdentityHash;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.SocketOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import jdk.internal.misc.Unsafe;

/**
 * Socket options of the JDK and its sets of them. A set's order follows from the hashes of its
 * elements and from the order in which they came, hence from the JVM's own salt of immutable sets
 * when a thread of the agent is the first to open a channel. So all of them are made here, on both
 * nodes, and filled by name.
 */
final class SettledOptions {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private static final List<String> CONSTANTS =
      List.of("java.net.StandardSocketOptions", "sun.nio.ch.ExtendedSocketOption");

  /** Its static initialiser hashes its own constants. */
  private static final String EXTENDED = "jdk.net.ExtendedSocketOptions";

  private static final String REGISTRY = "sun.net.ext.ExtendedSocketOptions";

  /** Classes with static sets that are filled when a channel's options are first looked at. */
  private static final List<String> HOLDERS =
      List.of(
          "sun.nio.ch.SocketChannelImpl$DefaultOptionsHolder",
          "sun.nio.ch.ServerSocketChannelImpl$DefaultOptionsHolder",
          "sun.nio.ch.DatagramChannelImpl$DefaultOptionsHolder",
          "sun.nio.ch.AsynchronousSocketChannelImpl$DefaultOptionsHolder",
          "sun.nio.ch.AsynchronousServerSocketChannelImpl$DefaultOptionsHolder");

  /** Its static sets are filled when a socket is first asked. */
  private static final String SOCKETS = "sun.nio.ch.NioSocketImpl";

  private SettledOptions() {}

  /** To be called before the agent has sockets; packages of java.base are open to the agent. */
  static void settle() {
    try {
      for (String name : CONSTANTS) {
        for (SocketOption<?> option : constants(Class.forName(name))) {
          IdentityHash.settle(option);
        }
      }
      settleExtended();
      for (String name : HOLDERS) {
        refill(Class.forName(name), null);
      }
      Class<?> sockets = Class.forName(SOCKETS);
      Method ask = sockets.getDeclaredMethod("supportedOptions");
      ask.setAccessible(true);
      for (boolean server : new boolean[] {false, true}) {
        ask.invoke(sockets.getConstructor(boolean.class).newInstance(server));
      }
      refill(sockets, null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the socket options of this JDK cannot be settled", e);
    }
  }

  private static void settleExtended() throws ReflectiveOperationException {
    Class<?> type;
    try {
      type = Class.forName(EXTENDED, false, null);
    } catch (ClassNotFoundException e) {
      return; // an image without this module
    }
    boolean early = UNSAFE.shouldBeInitialized(type);
    UNSAFE.ensureClassInitialized(type);
    if (early) {
      constants(type).forEach(IdentityHash::replace);
    } else {
      constants(type).forEach(IdentityHash::settle);
    }
    Class<?> registry = Class.forName(REGISTRY);
    refill(registry, registry.getMethod("getInstance").invoke(null));
  }

  private static List<SocketOption<?>> constants(Class<?> type) {
    UNSAFE.ensureClassInitialized(type);
    List<SocketOption<?>> found = new ArrayList<>();
    for (Field f : type.getDeclaredFields()) {
      if (SocketOption.class.isAssignableFrom(f.getType())) {
        found.add(
            (SocketOption<?>)
                UNSAFE.getReference(UNSAFE.staticFieldBase(f), UNSAFE.staticFieldOffset(f)));
      }
    }
    return found;
  }

  /** Fills the sets anew that a class holds: in static fields, or in those of {@code instance}. */
  private static void refill(Class<?> type, Object instance) throws NoSuchFieldException {
    UNSAFE.ensureClassInitialized(type);
    for (Field f : type.getDeclaredFields()) {
      boolean isStatic = Modifier.isStatic(f.getModifiers());
      if (f.getType() == Set.class && isStatic == (instance == null)) {
        Object base = isStatic ? UNSAFE.staticFieldBase(f) : instance;
        long at = isStatic ? UNSAFE.staticFieldOffset(f) : UNSAFE.objectFieldOffset(f);
        Set<?> refilled = refilled((Set<?>) UNSAFE.getReference(base, at));
        if (!isStatic) {
          UNSAFE.putReference(base, at, refilled);
        }
      }
    }
  }

  /** The same set with a new order, or, if it is immutable, another one. */
  @SuppressWarnings("unchecked")
  private static Set<?> refilled(Set<?> set) throws NoSuchFieldException {
    List<SocketOption<?>> byName = new ArrayList<>((Set<SocketOption<?>>) set);
    byName.sort(Comparator.comparing(SocketOption::name));
    Field inner;
    try {
      inner = Class.forName("java.util.Collections$UnmodifiableCollection").getDeclaredField("c");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
    if (!inner.getDeclaringClass().isInstance(set)) {
      return Set.of(byName.toArray(new SocketOption<?>[0]));
    }
    Set<Object> filled = (Set<Object>) UNSAFE.getReference(set, UNSAFE.objectFieldOffset(inner));
    filled.clear();
    filled.addAll(byName);
    return set;
  }
}
