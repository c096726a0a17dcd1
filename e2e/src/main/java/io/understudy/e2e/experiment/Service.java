package io.understudy.e2e.experiment;

/** The service under test with what stands behind it, from ready to the end of a run. */
public interface Service {
  /**
   * What the nodes say at the end of a run.
   *
   * @param records records of the log at the survivor; -1 if there is none
   * @param divergences 1 if the backup diverged
   */
  record Facts(long records, int divergences) {
    /** Facts of a server that is not replicated. */
    static final Facts NONE = new Facts(-1, 0);
  }

  /** Executed lag of the backup now, in milliseconds; -1 if there is none. */
  double lagMillis();

  /** Asks the nodes at the end of a run. */
  Facts facts();

  /**
   * Kills the primary's JVM by SIGKILL.
   *
   * @return {@link System#nanoTime()} right before the signal
   */
  long killPrimary();

  /** Does what the case foresees after the death of the primary, if it needs anybody to do it. */
  void takeOver();

  /**
   * What the new speaker noted of its takeover, for the reader of the run's files.
   *
   * @param killMillis the kill, in milliseconds since the epoch
   * @return a line for each event, with its time after the kill
   */
  default String timeline(long killMillis) {
    return "";
  }
}
