package io.understudy.agent.jvmti;

import com.sun.jna.FromNativeContext;
import com.sun.jna.FromNativeConverter;
import com.sun.jna.JNIEnv;
import jdk.internal.misc.Unsafe;

/**
 * Asks JVMTI who owns a monitor.
 *
 * <p>GetObjectMonitorUsage answers with JNI handles, and those are dead once its native frame has
 * returned: resolving them in a second call would race with the collector. JNA converts a result
 * inside the frame of the call, so the handle is resolved there, while it lives.
 */
final class MonitorOwner implements FromNativeConverter {
  /** {@code jvmtiMonitorUsage}: owner, entry_count, waiter_count, waiters, count, waiters. */
  private static final int USAGE_SIZE = 48;

  private static final int WAITERS = 16;
  private static final int NOTIFY_WAITERS = 32;
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private final long usage = UNSAFE.allocateMemory(USAGE_SIZE);
  private int error;

  /** The owner, or null when the monitor is free. */
  synchronized Thread of(long env, Object monitor) {
    UNSAFE.setMemory(usage, USAGE_SIZE, (byte) 0);
    Thread owner = Jvmti.GetObjectMonitorUsage(env, monitor, usage);
    JvmtiException.check("GetObjectMonitorUsage", error);
    release(env, UNSAFE.getLong(usage + WAITERS));
    release(env, UNSAFE.getLong(usage + NOTIFY_WAITERS));
    return owner;
  }

  private static void release(long env, long memory) {
    if (memory != 0) {
      JvmtiException.check("Deallocate", Jvmti.Deallocate(env, memory));
    }
  }

  @Override
  public Object fromNative(Object result, FromNativeContext context) {
    error = (Integer) result;
    long handle = error == 0 ? UNSAFE.getLong(usage) : 0;
    return handle == 0 ? null : Jni.NewLocalRef(JNIEnv.CURRENT, handle);
  }

  @Override
  public Class<?> nativeType() {
    return Integer.class;
  }
}
