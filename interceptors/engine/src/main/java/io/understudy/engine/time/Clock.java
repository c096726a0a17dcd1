package io.understudy.engine.time;

import io.understudy.engine.log.Log;
import io.understudy.engine.log.LogWriter;
import io.understudy.engine.log.RecordKind;
import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Turn;
import jdk.internal.misc.VM;

/**
 * The clocks that managed threads see: real and logged on the primary, from the log on a backup.
 * After promotion they go on from where the primary's stood, by the time that has passed, never
 * backwards; the wall clock is slewed back to this node's own.
 *
 * <p>Static initialisers of the JDK see the last time that was logged, and a microsecond more at
 * each look: they run on managed threads on one node and not on the other, so they may not log.
 */
public final class Clock {
  private static final long NANOS_PER_MICRO = 1_000;
  private static final long MICROS_PER_MILLI = 1_000;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long CENTURY_MILLIS = 3_155_760_000_000L;

  /** The wall clock gives back a difference at 1/20 of real time: fast, and always monotonic. */
  private static final int SLEW = 20;

  private static long lastNanos;
  private static long lastMillis;
  private static long lastWall;

  /** Replay: the wall clock's lead over System.nanoTime in ns, as two readings last bounded it. */
  private static long lead = Long.MAX_VALUE;

  /** Replay: System.nanoTime of the primary when it last read any clock, about. */
  private static volatile long seen;

  private static volatile long nanosAhead;
  private static volatile long millisAhead;
  private static volatile long liveSince;

  private static volatile long peerNanos;
  private static volatile long peerMillis;
  private static volatile long peerHeardAt;

  private Clock() {}

  /** Reads every clock once, so that there is a last time. On the first managed thread. */
  public static void settle() {
    nanoTime();
    currentTimeMillis();
    nanoTimeAdjustment(0);
  }

  /** Call site of System.nanoTime. */
  public static long nanoTime() {
    ManagedThread t = Turn.current();
    if (t == null) {
      return System.nanoTime();
    }
    if (t.initialiser() != 0) {
      return lastNanos + ++t.initialiserReads * NANOS_PER_MICRO;
    }
    if (Turn.replaying() && Log.reader().next(RecordKind.NANOS)) {
      lastNanos += Log.reader().signed();
      seen = lastNanos;
      lead = Math.max(lead, lastMillis * NANOS_PER_MILLI - lastNanos);
      return lastNanos;
    }
    long v = Math.max(lastNanos, logicalNanos());
    record(RecordKind.NANOS, v - lastNanos);
    lastNanos = v;
    return v;
  }

  /** Call site of System.currentTimeMillis. */
  public static long currentTimeMillis() {
    ManagedThread t = Turn.current();
    if (t == null) {
      return System.currentTimeMillis();
    }
    if (t.initialiser() != 0) {
      return lastMillis + ++t.initialiserReads / MICROS_PER_MILLI;
    }
    if (Turn.replaying() && Log.reader().next(RecordKind.MILLIS)) {
      lastMillis += Log.reader().signed();
      wallSeen(lastMillis * NANOS_PER_MILLI);
      return lastMillis;
    }
    long v = logicalMillis();
    record(RecordKind.MILLIS, v - lastMillis);
    lastMillis = v;
    return v;
  }

  /**
   * Call site of jdk.internal.misc.VM.getNanoTimeAdjustment (Clock.systemUTC, Instant.now).
   *
   * @return ns from {@code offsetSeconds} since the epoch to now, or -1 when that is out of range
   */
  public static long nanoTimeAdjustment(long offsetSeconds) {
    ManagedThread t = Turn.current();
    if (t == null) {
      return VM.getNanoTimeAdjustment(offsetSeconds);
    }
    if (t.initialiser() != 0) {
      return adjustment(offsetSeconds);
    }
    if (Turn.replaying() && Log.reader().next(RecordKind.WALL_NANOS)) {
      lastWall += Log.reader().signed();
      wallSeen(lastWall);
      return adjustment(offsetSeconds);
    }
    // from the epoch: fits the JDK's own range until 2106
    long v = VM.getNanoTimeAdjustment(0) + wallAhead() * NANOS_PER_MILLI;
    record(RecordKind.WALL_NANOS, v - lastWall);
    lastWall = v;
    return adjustment(offsetSeconds);
  }

  /** A wall clock that was set back, or forth, is followed at the next reading. */
  private static void wallSeen(long wall) {
    lead = Math.min(lead, wall - lastNanos);
    seen = wall - lead;
  }

  private static void record(int kind, long delta) {
    if (Turn.recording()) {
      LogWriter w = Log.writer();
      w.begin(kind);
      w.signed(delta);
      w.end();
    }
  }

  private static long adjustment(long offsetSeconds) {
    long seconds = lastWall / NANOS_PER_SECOND - offsetSeconds;
    // the JDK's own range (jvm.cpp: MAX_DIFF_SECS)
    return seconds > 0x1_0000_0000L || seconds < -0x1_0000_0000L
        ? -1
        : seconds * NANOS_PER_SECOND + lastWall % NANOS_PER_SECOND;
  }

  /**
   * System.nanoTime as managed threads count it. Any thread; on a backup the primary's, estimated:
   * now, or, while the backup is behind and has not {@link #heard} it, when the log was written.
   */
  public static long logicalNanos() {
    if (Turn.replaying()) {
      long heard = peerHeardAt;
      return heard == 0 ? seen : Math.max(seen, peerNanos + System.nanoTime() - heard);
    }
    return System.nanoTime() + nanosAhead;
  }

  /** System.currentTimeMillis as managed threads count it; see {@link #logicalNanos}. */
  public static long logicalMillis() {
    if (Turn.replaying() && peerHeardAt == 0) {
      return lead == Long.MAX_VALUE ? lastMillis : (seen + lead) / NANOS_PER_MILLI;
    }
    return System.currentTimeMillis() + wallAhead();
  }

  private static long wallAhead() {
    long ahead = millisAhead;
    if (ahead == 0) {
      return 0;
    }
    long given = (System.nanoTime() - liveSince) / NANOS_PER_MILLI / SLEW;
    return ahead > 0 ? Math.max(0, ahead - given) : Math.min(0, ahead + given);
  }

  /** Logical time, never 0, at which a wait of {@code nanos} ends. */
  public static long deadlineNanos(long nanos) {
    return (logicalNanos() + nanos) | 1;
  }

  /**
   * Logical time at which a wait of {@code millis} ends; 0 = never, for 0 or more than 100 years.
   */
  public static long deadlineMillis(long millis) {
    return millis <= 0 || millis > CENTURY_MILLIS ? 0 : deadlineNanos(millis * NANOS_PER_MILLI);
  }

  /**
   * Backup: the primary's clocks, as they stood at local System.nanoTime {@code heardAt}; 0 there:
   * this backup is behind.
   */
  public static void heard(long nanos, long millis, long heardAt) {
    peerNanos = nanos;
    peerMillis = millis;
    peerHeardAt = heardAt;
  }

  /**
   * Promotion: the clocks go on from here. Still in replay mode, with the scheduler's lock held.
   */
  public static void goLive() {
    long now = System.nanoTime();
    nanosAhead = logicalNanos() - now;
    long heard = peerHeardAt;
    long millis = lastMillis;
    if (heard != 0) {
      millis = Math.max(millis, peerMillis + (now - heard) / NANOS_PER_MILLI);
    }
    millisAhead = millis == 0 ? 0 : millis - System.currentTimeMillis();
    liveSince = now;
  }
}
