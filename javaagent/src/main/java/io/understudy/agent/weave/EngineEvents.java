package io.understudy.agent.weave;

import io.understudy.agent.jvmti.MonitorEvents;
import io.understudy.engine.hook.Threads;
import io.understudy.engine.monitor.Monitors;
import io.understudy.engine.turn.Promotion;
import io.understudy.engine.turn.Turn;

/** Hands what JVMTI reports to the engine. */
final class EngineEvents implements MonitorEvents {
  @Override
  public boolean managed() {
    return Turn.current() != null;
  }

  @Override
  public void contended(Object monitor) {
    Monitors.contended(monitor);
  }

  @Override
  public void threadStarted() {
    Threads.started();
  }

  @Override
  public void threadEnded() {
    Threads.ended();
  }

  @Override
  public void failed(Throwable cause) {
    Promotion.abandon("an event of the JVM could not be handled: " + cause);
  }
}
