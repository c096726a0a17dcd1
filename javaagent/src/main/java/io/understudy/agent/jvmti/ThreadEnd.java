package io.understudy.agent.jvmti;

/** THREAD_END(jvmti, jni, thread). */
final class ThreadEnd extends EventCallback {
  private final MonitorEvents events;

  ThreadEnd(MonitorEvents events) {
    super(events, 3);
    this.events = events;
  }

  @Override
  void deliver(Object[] handles) {
    events.threadEnded();
  }
}
