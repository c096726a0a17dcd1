package io.understudy.engine.turn;

import io.understudy.engine.boundary.OutputGate;
import io.understudy.engine.log.LogSink;
import jdk.internal.misc.Unsafe;

/**
 * Runs the agent's sink with the hooks of the calling thread off, and keeps the turn (so that all
 * grants pause) while the sink or the output gate has no room.
 */
public final class GuardedSink implements LogSink {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long LOOK_AGAIN_NANOS = 200_000;
  private static long pauses;
  private static volatile boolean pausing;
  private static volatile OutputGate gate;

  private final LogSink sink;

  public GuardedSink(LogSink sink) {
    this.sink = sink;
  }

  /** The gate whose room counts too; null without output commit. */
  public static void watch(OutputGate outputGate) {
    gate = outputGate;
  }

  /** How often grants were paused. */
  public static long pauses() {
    return pauses;
  }

  /** Whether the turn waits for room now. Any thread. */
  public static boolean isPausing() {
    return pausing;
  }

  @Override
  public void append(byte[] data, int from, int to, long position, boolean urgent) {
    ManagedThread self = Turn.enterAgent();
    try {
      sink.append(data, from, to, position, urgent);
      if (!hasRoom()) {
        pauses++;
        pausing = true;
        while (!hasRoom() && Turn.mode() != Mode.OFF) {
          UNSAFE.park(false, LOOK_AGAIN_NANOS);
        }
        pausing = false;
      }
    } finally {
      Turn.leaveAgent(self);
    }
  }

  @Override
  public boolean hasRoom() {
    OutputGate g = gate;
    return sink.hasRoom() && (g == null || g.hasRoom());
  }
}
