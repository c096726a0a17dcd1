package io.understudy.e2e.endurance;

import java.time.Duration;

/**
 * How many calls to make.
 *
 * @param calls in all, if no length is given
 * @param perRun of one run
 * @param length of the only run; zero if the calls are counted
 */
record EndurancePlan(int calls, int perRun, Duration length) {
  /** Calls in all at this rate, in calls per second. */
  int wanted(int rate) {
    return length.isZero() ? calls : (int) (length.toSeconds() * rate);
  }

  /** Calls of the next run. */
  int next(int rate, int made) {
    int left = wanted(rate) - made;
    return length.isZero() ? Math.min(perRun, left) : left;
  }
}
