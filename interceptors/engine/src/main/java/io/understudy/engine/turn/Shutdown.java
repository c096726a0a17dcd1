package io.understudy.engine.turn;

/**
 * The thread with which the JVM ends when the last user thread has ended. The JVM makes it, so it
 * has no managed parent and a fixed id.
 */
final class Shutdown {
  static final int ID = 1_000_000_000;
  static final ManagedThread CONTEXT = new ManagedThread(null, ID);

  private Shutdown() {}
}
