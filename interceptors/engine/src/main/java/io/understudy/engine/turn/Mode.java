package io.understudy.engine.turn;

/** What the hooks do with results from outside. */
public final class Mode {
  /** Hooks let everything through: not started, or replication was given up. */
  public static final int OFF = 0;

  /** Results are real and are appended to the log: primary, record, and a promoted backup. */
  public static final int RECORD = 1;

  /** Results come from the log: backup and replay. */
  public static final int REPLAY = 2;

  /** The program has ended: the turn is never granted again, and the JVM is about to halt. */
  public static final int ENDED = 3;

  private Mode() {}
}
