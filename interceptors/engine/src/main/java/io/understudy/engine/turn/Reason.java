package io.understudy.engine.turn;

/** Why a thread was granted the turn; stands in the log behind {@code GRANT}. */
public final class Reason {
  public static final int START = 1;

  /** Back from a blocking native; its result follows in the log. */
  public static final int NATIVE = 2;

  public static final int UNPARK = 3;
  public static final int NOTIFY = 4;

  /** The primary's clock ended a timed wait. */
  public static final int TIMEOUT = 5;

  public static final int INTERRUPT = 6;
  public static final int JOIN = 7;
  public static final int YIELD = 8;
  public static final int MONITOR = 9;

  /** Replication was given up: never in a log. */
  public static final int ABANDONED = 10;

  /** Promotion found the thread in a native that it must now make for real: never in a log. */
  public static final int LIVE = 11;

  private static final String[] NAMES = {
    "?",
    "start",
    "native",
    "unpark",
    "notify",
    "timeout",
    "interrupt",
    "join",
    "yield",
    "monitor",
    "abandoned",
    "live"
  };

  private Reason() {}

  public static String name(int reason) {
    return reason > 0 && reason < NAMES.length ? NAMES[reason] : "reason " + reason;
  }
}
