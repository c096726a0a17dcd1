package io.understudy.agent.jvmti;

/**
 * What the JVM tells us about monitors and threads. Every method is called on the thread that the
 * event is about, inside the JVM's own code, and must not throw.
 */
public interface MonitorEvents {
  /**
   * Whether the calling thread holds the turn and runs code of the server. Asked before an event's
   * monitor is resolved; must not allocate or lock.
   */
  boolean managed();

  /**
   * The calling thread, for which {@link #managed} has just answered true, is about to block on a
   * monitor that another thread owns. It queues for the monitor when this method returns.
   */
  void contended(Object monitor);

  /** The calling thread has started; its {@code run} method has not been called yet. */
  void threadStarted();

  /** The calling thread has left {@code run} and is about to end. */
  void threadEnded();

  /** A method above, or the way to it, has thrown: the schedule is no longer under control. */
  void failed(Throwable cause);
}
