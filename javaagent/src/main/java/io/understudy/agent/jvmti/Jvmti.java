package io.understudy.agent.jvmti;

import com.sun.jna.DefaultTypeMapper;
import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.Map;

/** The JVMTI functions we call; {@code jvmti.h} numbers them from 1, the slots here from 0. */
final class Jvmti {
  private static final int GET_ENV = 6;
  private static final int VERSION_1_2 = 0x30010200;
  private static final Map<String, Integer> SLOTS =
      Map.of(
          "SetEventNotificationMode", 1,
          "Deallocate", 46,
          "GetObjectMonitorUsage", 58,
          "SetEventCallbacks", 121,
          "AddCapabilities", 141);

  private Jvmti() {}

  /** {@code thread} null: for all threads. */
  static native int SetEventNotificationMode(long env, int mode, int event, Object thread);

  static native int Deallocate(long env, long memory);

  /**
   * Fills the {@code jvmtiMonitorUsage} at {@code usage}. Its handles die when the native frame
   * returns, so the owner is resolved on the way out, by {@link MonitorOwner}.
   */
  static native Thread GetObjectMonitorUsage(long env, Object monitor, long usage);

  static native int SetEventCallbacks(long env, long callbacks, int size);

  static native int AddCapabilities(long env, long capabilities);

  /**
   * Makes an environment and binds the native methods.
   *
   * @param owner resolves the result of {@link #GetObjectMonitorUsage}
   * @return the {@code jvmtiEnv*}
   */
  static long bind(Pointer vm, MonitorOwner owner) {
    PointerByReference result = new PointerByReference();
    Function getEnv =
        Function.getFunction(vm.getPointer(0).getPointer((long) GET_ENV * Long.BYTES));
    JvmtiException.check("GetEnv", getEnv.invokeInt(new Object[] {vm, result, VERSION_1_2}));
    Pointer env = result.getValue();
    DefaultTypeMapper mapper = new DefaultTypeMapper();
    mapper.addFromNativeConverter(Thread.class, owner);
    Native.register(Jvmti.class, new FunctionTable(env.getPointer(0), SLOTS).library(mapper));
    return Pointer.nativeValue(env);
  }
}
