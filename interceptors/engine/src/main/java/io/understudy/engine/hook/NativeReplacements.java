package io.understudy.engine.hook;

import java.lang.reflect.Method;

/** Knows which method of the engine stands for a native. Implemented in the agent tier. */
public interface NativeReplacements {
  /**
   * Called on a managed thread, with its hooks off.
   *
   * @param owner class named by the caller; may inherit the method
   * @return a public static method, receiver first; null when the JDK's method may be called
   */
  Method find(Class<?> owner, String name, Class<?>[] parameters);
}
