package io.understudy.netctl.sim;

import java.util.SplittableRandom;

/**
 * What one run is like: faults come in other mixtures each time.
 *
 * @param seamOdds one in so many seams stalls its process
 * @param crashOdds one in so many of those kills it
 * @param faultEvery mean time between faults from outside, in ns
 * @param lossPercent of heartbeats
 * @param delay mean of the network, in ns
 * @param outputEvery mean time between two outputs, in ns
 * @param attendedEvery mean time between two looks of the operator at his servers, in ns
 * @param mistaken one in so many servers is started as what it should not be
 * @param slowArbiter whether its answers may take longer than anybody waits
 */
record Knobs(
    int seamOdds,
    int crashOdds,
    long faultEvery,
    int lossPercent,
    long delay,
    long outputEvery,
    long attendedEvery,
    int mistaken,
    boolean slowArbiter) {
  static final long MILLI = 1_000_000;
  static final long SECOND = 1_000_000_000;

  static Knobs draw(SplittableRandom random) {
    return new Knobs(
        pick(random, 60, 300, 1500, 100_000),
        pick(random, 5, 30, 1000),
        pick(random, 300, 700, 2000) * MILLI,
        pick(random, 0, 10, 50),
        pick(random, 100, 1000, 20_000) * 1000L,
        pick(random, 15, 50) * MILLI,
        pick(random, 30, 300) * MILLI,
        pick(random, 2, 8),
        random.nextInt(3) == 0);
  }

  private static int pick(SplittableRandom random, int... values) {
    return values[random.nextInt(values.length)];
  }
}
