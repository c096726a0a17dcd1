package io.understudy.engine.diverge;

/** How a replica came to differ from the log. Immutable; made once, for people and for netctl. */
public final class DivergenceReport {
  /** Log position of the record that the program did not match. */
  public final long position;

  /** Number of records that this node had taken from the log. */
  public final long records;

  /** Managed thread that met the record, as in {@code #3 "worker"}. */
  public final String thread;

  /** What the running program does next. */
  public final String expected;

  /** What the log holds instead. */
  public final String got;

  /**
   * Innermost frame of the server's own code on that thread, with class and line; empty if there is
   * none.
   */
  public final String site;

  /** All of it, with the last records and the stack, in several lines. */
  public final String text;

  DivergenceReport(
      long position,
      long records,
      String thread,
      String expected,
      String got,
      String site,
      String text) {
    this.position = position;
    this.records = records;
    this.thread = thread;
    this.expected = expected;
    this.got = got;
    this.site = site;
    this.text = text;
  }

  /** Of a replica that cannot go on for a reason that is no record. */
  public static DivergenceReport stuck(long position, long records, String thread, String why) {
    return new DivergenceReport(
        position,
        records,
        thread,
        "progress",
        why,
        "",
        "DIVERGED at position " + position + ", record " + records + ": " + why);
  }
}
