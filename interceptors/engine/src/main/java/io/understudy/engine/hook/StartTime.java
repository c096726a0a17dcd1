package io.understudy.engine.hook;

import io.understudy.engine.turn.Turn;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;

/**
 * Start of the JVM as java.lang.management tells it. The JDK asks once, for whichever thread comes
 * first; the first managed thread asks again, through the bridge.
 */
public final class StartTime {
  /** Milliseconds since the epoch; 0 = not asked yet. Turn holder only. */
  private static long settled;

  private StartTime() {}

  /** Result of sun.management.RuntimeImpl.getStartTime. */
  public static long of(Object bean, long real) {
    if (Turn.current() == null) {
      return real;
    }
    if (settled == 0) {
      try {
        Field vm = open(bean.getClass().getDeclaredField("jvm"));
        Constructor<?> maker = bean.getClass().getDeclaredConstructor(vm.getType());
        maker.setAccessible(true);
        Object fresh = maker.newInstance(vm.get(bean));
        settled = open(bean.getClass().getDeclaredField("vmStartupTime")).getLong(fresh);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("the start time of this JDK cannot be read", e);
      }
    }
    return settled;
  }

  private static Field open(Field f) {
    f.setAccessible(true);
    return f;
  }
}
