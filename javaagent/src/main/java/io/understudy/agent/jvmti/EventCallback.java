package io.understudy.agent.jvmti;

import com.sun.jna.CallbackProxy;
import com.sun.jna.CallbackReference;
import com.sun.jna.Pointer;
import java.util.Arrays;

/**
 * A JVMTI event as JNA's native glue delivers it: arguments boxed, nothing else done. Must be held
 * strongly as long as the event is enabled, since the glue only holds it weakly.
 */
abstract class EventCallback implements CallbackProxy {
  private final MonitorEvents events;
  private final int arguments;

  /**
   * @param arguments number of the event's arguments, all of pointer size
   */
  EventCallback(MonitorEvents events, int arguments) {
    this.events = events;
    this.arguments = arguments;
  }

  abstract void deliver(Object[] handles);

  /** Address of the C function for {@code jvmtiEventCallbacks}. */
  final long address() {
    return Pointer.nativeValue(CallbackReference.getFunctionPointer(this));
  }

  @Override
  public final Object callback(Object[] handles) {
    try {
      deliver(handles);
    } catch (Throwable e) {
      events.failed(e);
    }
    return null;
  }

  @Override
  public final Class<?>[] getParameterTypes() {
    Class<?>[] types = new Class<?>[arguments];
    Arrays.fill(types, long.class);
    return types;
  }

  @Override
  public final Class<?> getReturnType() {
    return void.class;
  }
}
