package io.understudy.e2e.experiment;

/** The service under test with what stands behind it, from ready to the end of a run. */
interface Service {
  /**
   * What the nodes say of themselves.
   *
   * @param lagMillis executed lag of the backup; -1 if there is none
   * @param records records of the log at the survivor; -1 if there is none
   * @param divergences 1 if the backup diverged
   */
  record Facts(double lagMillis, long records, int divergences) {
    /** Facts of a server that is not replicated. */
    static final Facts NONE = new Facts(-1, -1, 0);
  }

  /** Asks the nodes now. Before the kill: the lag. At the end: records and divergences. */
  Facts facts();

  /**
   * Kills the primary's JVM by SIGKILL.
   *
   * @return {@link System#nanoTime()} right before the signal
   */
  long killPrimary();

  /** Does what the case foresees after the death of the primary, if it needs anybody to do it. */
  void takeOver();
}
