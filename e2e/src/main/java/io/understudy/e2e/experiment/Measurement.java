package io.understudy.e2e.experiment;

import java.io.IOException;

/** Makes one run. The experiment's is {@link LabMeasurement}. */
interface Measurement {
  /**
   * Makes a run and says what it measured.
   *
   * @param repetition 1, 2, 3 …
   * @param attempt 1, or more after void runs
   */
  RunResult measure(Series series, Load load, int repetition, int attempt) throws IOException;
}
