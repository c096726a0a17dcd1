package io.understudy.engine.boundary;

import io.understudy.engine.turn.Turn;
import java.lang.reflect.Field;
import jdk.internal.misc.Unsafe;

/**
 * The handle of this process that java.lang.ProcessHandleImpl keeps, made when its class was
 * initialised, outside of the log. A backup's is replaced by one of the primary's number and start
 * time, by which {@code isAlive} knows the process.
 */
final class EarlyProcess {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final String OWNER = "java.lang.ProcessHandleImpl";

  private EarlyProcess() {}

  /** Logs the start time of the primary, or takes it from the log. On the first managed thread. */
  static void settle() {
    try {
      Field current = Class.forName(OWNER, true, null).getDeclaredField("current");
      Object base = UNSAFE.staticFieldBase(current);
      long offset = UNSAFE.staticFieldOffset(current);
      ProcessHandle settled = ProcessHandle.of(Settled.pid(null)).orElse(null);
      if (settled != null && Turn.replaying()) {
        UNSAFE.putReference(base, offset, settled);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the process handle of this JDK cannot be replaced", e);
    }
  }
}
