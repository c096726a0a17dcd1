package bench.hook;

/**
 * A benchmark makes a fixed number of operations and not as many as fit into a time: JMH ends a
 * timed one by a flag that another thread sets, and a thread that never blocks lets no other run
 * under the agent.
 */
final class Shots {
  static final int WARM_UP = 15;
  static final int MEASURED = 10;

  /** Operations that take nanoseconds. */
  static final int MANY = 500_000;

  /** Operations with a system call. */
  static final int SOME = 5_000;

  private Shots() {}
}
