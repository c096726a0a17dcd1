package io.understudy.agent.jvmti;

import com.sun.jna.JNIEnv;
import io.understudy.engine.monitor.ContendedMonitors;
import java.nio.file.Path;
import jdk.internal.misc.Unsafe;

/**
 * The engine's monitors by JVMTI and JNI.
 *
 * <p>Make it on an unmanaged thread, {@link #warm} it, then {@link #enable} it before the first
 * managed thread runs; keep a reference to it for good.
 */
public final class JvmtiMonitors implements ContendedMonitors {
  // jvmtiCapabilities is a bit field; numbers as in jvmti.h
  private static final long CAN_GET_MONITOR_INFO = 1L << 7;
  private static final long CAN_GENERATE_MONITOR_EVENTS = 1L << 28;
  private static final int CAPABILITIES_SIZE = 16;

  private static final int FIRST_EVENT = 50;
  private static final int THREAD_START = 52;
  private static final int THREAD_END = 53;
  private static final int MONITOR_CONTENDED_ENTER = 75;
  private static final int EVENTS = 37;
  private static final int ENABLE = 1;
  private static final int DISABLE = 0;
  private static final int WARM_UP_ROUNDS = 50;

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private final MonitorOwner owner = new MonitorOwner();
  private final ContendedEnter contendedEnter;
  private final ThreadStart threadStart;
  private final ThreadEnd threadEnd;
  private final long env;

  /**
   * Loads JNA and takes the capabilities; no event comes before {@link #enable}.
   *
   * @param libraryDirectory where JNA's native library lies, see {@link JnaLibrary}
   * @param events hears the events
   * @throws JvmtiException if the JVM does not offer what is needed
   */
  public JvmtiMonitors(Path libraryDirectory, MonitorEvents events) {
    JnaLibrary.load(libraryDirectory);
    env = Jvmti.bind(Jni.bind(), owner);
    takeCapabilities();
    contendedEnter = new ContendedEnter(events);
    threadStart = new ThreadStart(events);
    threadEnd = new ThreadEnd(events);
    setCallbacks();
  }

  private void takeCapabilities() {
    long capabilities = zeroed(CAPABILITIES_SIZE);
    UNSAFE.putLong(capabilities, CAN_GET_MONITOR_INFO | CAN_GENERATE_MONITOR_EVENTS);
    JvmtiException.check("AddCapabilities", Jvmti.AddCapabilities(env, capabilities));
    UNSAFE.freeMemory(capabilities);
  }

  private void setCallbacks() {
    int size = EVENTS * Long.BYTES;
    long callbacks = zeroed(size);
    UNSAFE.putLong(slot(callbacks, MONITOR_CONTENDED_ENTER), contendedEnter.address());
    UNSAFE.putLong(slot(callbacks, THREAD_START), threadStart.address());
    UNSAFE.putLong(slot(callbacks, THREAD_END), threadEnd.address());
    JvmtiException.check("SetEventCallbacks", Jvmti.SetEventCallbacks(env, callbacks, size));
    UNSAFE.freeMemory(callbacks);
  }

  private static long slot(long callbacks, int event) {
    return callbacks + (long) (event - FIRST_EVENT) * Long.BYTES;
  }

  private static long zeroed(int size) {
    long memory = UNSAFE.allocateMemory(size);
    UNSAFE.setMemory(memory, size, (byte) 0);
    return memory;
  }

  /**
   * Walks every path that an event or a call can take, so that none of them loads or initialises a
   * class on a managed thread later. The listener is not called, but asked whether the calling
   * thread is managed, which it must not be.
   */
  public void warm() {
    Object monitor = new Object();
    Object[] handles = {env, 0L, 0L, 0L};
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      contendedEnter.callback(handles);
      JvmtiException.check("MonitorEnter", enter(monitor));
      if (owner(monitor) != Thread.currentThread()) {
        throw new IllegalStateException("GetObjectMonitorUsage does not name the owner");
      }
      JvmtiException.check("MonitorExit", exit(monitor));
      if (owner(monitor) != null) {
        throw new IllegalStateException("GetObjectMonitorUsage names an owner of a free monitor");
      }
    }
  }

  /** From now on contended monitors, and births and deaths of threads, are reported. */
  public void enable() {
    setMode(ENABLE);
  }

  /** No event comes from now on, save those already under way. */
  public void disable() {
    setMode(DISABLE);
  }

  private void setMode(int mode) {
    for (int event : new int[] {MONITOR_CONTENDED_ENTER, THREAD_START, THREAD_END}) {
      JvmtiException.check(
          "SetEventNotificationMode", Jvmti.SetEventNotificationMode(env, mode, event, null));
    }
  }

  @Override
  public int exit(Object monitor) {
    return Jni.MonitorExit(JNIEnv.CURRENT, monitor);
  }

  @Override
  public int enter(Object monitor) {
    return Jni.MonitorEnter(JNIEnv.CURRENT, monitor);
  }

  @Override
  public Thread owner(Object monitor) {
    return owner.of(env, monitor);
  }
}
