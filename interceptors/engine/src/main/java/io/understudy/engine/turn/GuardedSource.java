package io.understudy.engine.turn;

import io.understudy.engine.diverge.Divergence;
import io.understudy.engine.log.LogReader;
import io.understudy.engine.log.LogSource;

/** Runs the agent's source with the hooks of the calling thread off. */
public final class GuardedSource implements LogSource {
  /** Goes live at the end of the log, and reports a record that the program does not expect. */
  public static final LogReader.Listener LISTENER =
      new LogReader.Listener() {
        @Override
        public void ended() {
          Promotion.goLive();
        }

        @Override
        public void mismatch(String expected, String got) {
          Divergence.report(expected, got);
        }

        @Override
        public void stop(long position, int kind) {
          Divergence.stop(position, kind);
        }
      };

  private static volatile boolean waiting;

  private final LogSource source;

  public GuardedSource(LogSource source) {
    this.source = source;
  }

  /** Whether the running program waits for the log. Any thread. */
  public static boolean isWaiting() {
    return waiting;
  }

  @Override
  public Chunk take() {
    ManagedThread self = Turn.enterAgent();
    waiting = true;
    try {
      return source.take();
    } finally {
      waiting = false;
      Turn.leaveAgent(self);
    }
  }
}
