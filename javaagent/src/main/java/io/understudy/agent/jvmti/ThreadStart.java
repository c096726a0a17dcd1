package io.understudy.agent.jvmti;

/** THREAD_START(jvmti, jni, thread). */
final class ThreadStart extends EventCallback {
  private final MonitorEvents events;

  ThreadStart(MonitorEvents events) {
    super(events, 3);
    this.events = events;
  }

  @Override
  void deliver(Object[] handles) {
    events.threadStarted();
  }
}
