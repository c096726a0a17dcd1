package io.understudy.netctl.model;

/** The simulation, as the test sees it. Its classes are another loader's. */
public interface Game {
  /**
   * Plays one run.
   *
   * @param seed of all that is left to chance; its remainder by the number of themes is the theme
   * @param removed guards that the model itself goes without
   * @param traced whether the events are noted
   */
  Outcome play(long seed, String removed, boolean traced);
}
