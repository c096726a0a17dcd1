package io.understudy.link.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.understudy.link.LinkLimits;
import org.junit.jupiter.api.Test;

/** Single acknowledgements at once, short bursts fast, lasting load at the average distance. */
class PaceTest {
  private static final long START = Long.MAX_VALUE - 1_000_000; // System.nanoTime may wrap
  private static final long SHORTEST = LinkLimits.DEFAULT.acknowledgement().toNanos();
  private static final long AVERAGE = LinkLimits.DEFAULT.lastingAcknowledgement().toNanos();
  private static final long BURST = LinkLimits.DEFAULT.acknowledgementBurst().toNanos();

  private final Pace pace = new Pace(LinkLimits.DEFAULT);

  @Test
  void theFirstMayBeSentAtOnce() {
    assertTrue(pace.pause(START) <= 0);
  }

  @Test
  void theSecondWaitsForTheShortestDistance() {
    pace.spent(START);
    assertEquals(SHORTEST, pace.pause(START));
    assertTrue(pace.pause(START + SHORTEST) <= 0);
  }

  @Test
  void slowOnesNeverWait() {
    long now = START;
    for (int i = 0; i < 1000; i++) {
      assertTrue(pace.pause(now) <= 0);
      pace.spent(now);
      now += AVERAGE;
    }
  }

  @Test
  void lastingLoadGetsTheAverageBesideOneBurst() {
    long time = 10_000_000_000L;
    long elapsed = 0;
    int sent = 0;
    while (elapsed < time) {
      pace.spent(START + elapsed);
      sent++;
      elapsed += Math.max(1, pace.pause(START + elapsed));
    }
    long most = (time + BURST) / AVERAGE + 2;
    assertTrue(sent <= most && sent >= most - 4, sent + " instead of " + most);
  }

  @Test
  void aPauseAllowsTheNextBurst() {
    long now = START;
    for (int i = 0; i < 200; i++) {
      pace.spent(now);
      now += Math.max(1, pace.pause(now));
    }
    now += BURST + AVERAGE;
    for (int i = 0; i < BURST / AVERAGE / 2; i++) {
      assertTrue(pace.pause(now) <= 0);
      pace.spent(now);
      now += SHORTEST;
    }
  }
}
