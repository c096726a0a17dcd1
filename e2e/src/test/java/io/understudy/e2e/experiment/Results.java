package io.understudy.e2e.experiment;

/** Made-up runs for tests. */
public final class Results {
  private Results() {}

  /**
   * A sound run of a hundred calls open at the kill, sixty of them established, and twenty later
   * ones.
   */
  public static RunResult run(
      Series series, int rate, int repetition, int lostSetup, int lostEstablished, double gap) {
    return new RunResult(
        series,
        rate,
        repetition,
        1,
        50,
        0,
        40,
        60,
        lostSetup,
        lostEstablished,
        20,
        0,
        0,
        gap,
        1.5,
        1000,
        0,
        0);
  }

  /** A run with calls that failed before the kill. */
  public static RunResult voidRun(Series series, int rate, int repetition, int attempt) {
    return new RunResult(
        series, rate, repetition, attempt, 50, 3, 40, 60, 0, 0, 20, 0, 0, 5, 1.5, 1000, 0, 0);
  }
}
