package io.understudy.engine.turn;

import io.understudy.engine.diverge.DivergenceReport;
import io.understudy.engine.log.LogSink;

/**
 * What the engine tells the agent. All methods run on a managed thread with its hooks off, except
 * {@link #abandoned} and {@link #unmanagedThread}, which any thread may call.
 */
public interface EngineListener {
  /**
   * The log has ended at {@code position}: an offline replay is over (then this does not return),
   * or this backup is being promoted.
   *
   * @return the sink that takes the log on from {@code position}, in the next epoch
   */
  LogSink ended(long position);

  /**
   * This JVM has gone live: real results from here on.
   *
   * @param sinceNanos {@link System#nanoTime} when the log's end was met
   * @param connections how many connections of the old primary the server now sees as reset
   */
  void live(long position, long sinceNanos, int connections);

  /**
   * Files that the primary had open cannot be opened here, now that this node is live; calls on
   * them fail.
   */
  default void filesLost(String why) {}

  /** The running program differs from the log. Does not return. */
  void diverged(DivergenceReport report);

  /** A replay has come to the position at which it was to stop. Does not return. */
  default void stopped(String report) {
    throw new IllegalStateException("nobody asked to stop: " + report);
  }

  /** Replication was given up and the server runs on unprotected. */
  void abandoned(String reason);

  /**
   * The program ends with this status. Returns when everything written is safe; the JVM then stops.
   *
   * @param managed the end is an event of the log (not a signal from outside)
   */
  void exiting(int status, boolean managed);

  /**
   * An unmanaged thread that is not the agent's own was started, or has entered the server's code.
   * May be told often of the same.
   */
  void unmanagedThread(String description);
}
