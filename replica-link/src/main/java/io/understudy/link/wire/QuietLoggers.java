package io.understudy.link.wire;

import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Keeps Netty from finding and initialising a logging framework inside the server's JVM. */
final class QuietLoggers extends InternalLoggerFactory {
  @Override
  protected InternalLogger newInstance(String name) {
    return (InternalLogger)
        Proxy.newProxyInstance(
            QuietLoggers.class.getClassLoader(),
            new Class<?>[] {InternalLogger.class},
            (proxy, method, arguments) -> answer(proxy, method, arguments, name));
  }

  private static Object answer(Object proxy, Method method, Object[] arguments, String name) {
    return switch (method.getName()) {
      case "name", "toString" -> name;
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> proxy == arguments[0];
      default -> method.getReturnType() == boolean.class ? Boolean.FALSE : null;
    };
  }
}
