package io.understudy.engine.monitor;

/**
 * The little that the engine needs from JVMTI and JNI to schedule {@code synchronized} without
 * rewriting it. Implemented in the agent tier.
 */
public interface ContendedMonitors {
  /** JNI MonitorExit. Returns 0, or a JNI error code. */
  int exit(Object monitor);

  /** JNI MonitorEnter; blocks like a {@code monitorenter} instruction does. */
  int enter(Object monitor);

  /** Owner by JVMTI GetObjectMonitorUsage, or null when the monitor is free. Costs 20-300 µs. */
  Thread owner(Object monitor);
}
