package io.understudy.agent.jvmti;

import com.sun.jna.JNIEnv;

/** MONITOR_CONTENDED_ENTER(jvmti, jni, thread, monitor). */
final class ContendedEnter extends EventCallback {
  private static final int MONITOR = 3;
  private final MonitorEvents events;

  ContendedEnter(MonitorEvents events) {
    super(events, 4);
    this.events = events;
  }

  @Override
  void deliver(Object[] handles) {
    if (events.managed()) {
      events.contended(Jni.NewLocalRef(JNIEnv.CURRENT, (Long) handles[MONITOR]));
    }
  }
}
