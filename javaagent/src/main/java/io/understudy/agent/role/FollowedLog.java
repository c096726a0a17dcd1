package io.understudy.agent.role;

import io.understudy.engine.log.Log;
import io.understudy.engine.time.Clock;
import io.understudy.link.message.AgentDivergence;
import io.understudy.link.message.AgentProtection;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.AgentState;
import java.util.concurrent.TimeUnit;

/**
 * How far a backup has followed, and what has become of it, as netctl and the operator hear it.
 * Written by the link's thread, the turn holder and netctl's, each its own; any thread may read.
 */
final class FollowedLog {
  private final CatchUp catchUp = new CatchUp();
  private final ExecutedLag lag = new ExecutedLag();

  /** Has not executed all that was there when it came. */
  volatile boolean behind = true;

  volatile boolean live;
  volatile boolean diverged;
  volatile long epoch;
  volatile String detail = "";
  volatile AgentDivergence divergence;

  /** Log position up to which the primary is known to have come. */
  private volatile long primaryPosition;

  /** A primary has accepted this backup. */
  void joined(long primaryEpoch) {
    epoch = primaryEpoch;
    behind = true;
    detail = "";
    catchUp.restart();
    Clock.heard(0, 0, 0);
  }

  void caughtUp() {
    behind = false;
    detail = "";
  }

  /**
   * There is more log than was sent.
   *
   * @return what the operator is told now; empty if it is not time
   */
  String backlog(long end) {
    primaryPosition = end;
    return catchUp.note(Log.position(), end, System.nanoTime()) ? catchUp.text() : "";
  }

  /** The primary's clocks as of a position, and when they came. */
  void clocks(long position, long nanos, long millis, long arrivalNanos) {
    primaryPosition = position;
    Clock.heard(nanos, millis, arrivalNanos);
    lag.heard(position, arrivalNanos);
  }

  /** Age in ns of the oldest record that is not executed at a log position. */
  long lagNanos(long position, long now) {
    return lag.nanos(position, now);
  }

  /**
   * For netctl.
   *
   * @param received log position behind the last record that came
   */
  AgentState state(long received) {
    long executed = Log.position();
    AgentState.Builder state = AgentState.newBuilder();
    AgentDivergence told = divergence;
    if (told != null) {
      state.setDivergence(told);
    }
    return state
        .setRole(live ? AgentRole.AGENT_ROLE_PRIMARY : AgentRole.AGENT_ROLE_BACKUP)
        .setProtection(protection())
        .setEpoch(epoch)
        .setStuckMillis(TurnWatchdog.stillMillis())
        .setAppendedPosition(Math.max(primaryPosition, executed))
        .setAcknowledgedPosition(Math.max(received, executed))
        .setExecutedPosition(executed)
        .setExecutedLagMicros(TimeUnit.NANOSECONDS.toMicros(lagNanos(executed, System.nanoTime())))
        .setDetail(behind && detail.isEmpty() ? catchUp.text() : detail)
        .build();
  }

  private AgentProtection protection() {
    if (diverged) {
      return AgentProtection.AGENT_DIVERGED;
    }
    if (live) {
      return AgentProtection.AGENT_UNPROTECTED;
    }
    return behind ? AgentProtection.AGENT_CATCHING_UP : AgentProtection.AGENT_PROTECTED;
  }
}
