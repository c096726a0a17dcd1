package io.understudy.engine.turn;

/** Where a managed thread is. */
public final class State {
  public static final int NEW = 0;

  /** Has the turn. */
  public static final int RUNNING = 1;

  /** In a blocking native, or back from it and waiting for the turn. */
  public static final int NATIVE = 2;

  public static final int PARKED = 3;
  public static final int WAITING = 4;
  public static final int SLEEPING = 5;
  public static final int JOINING = 6;

  /** Before a contended monitor. */
  public static final int MONITOR = 7;

  public static final int YIELDING = 8;
  public static final int ENDED = 9;

  private static final String[] NAMES = {
    "new",
    "running",
    "in a native",
    "parked",
    "waiting",
    "sleeping",
    "joining",
    "before a monitor",
    "yielding",
    "ended"
  };

  private State() {}

  public static String name(int state) {
    return NAMES[state];
  }
}
