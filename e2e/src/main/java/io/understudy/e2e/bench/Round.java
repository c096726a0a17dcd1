package io.understudy.e2e.bench;

import java.util.Map;
import java.util.TreeMap;

/**
 * The treatments measured one right after the other.
 *
 * @param session number of the JVMs that it was measured on
 * @param millisPerCall processor time of the measured process by calls, in milliseconds
 * @param failed failed calls of all treatments
 */
record Round(int session, Map<Treatment, Double> millisPerCall, int failed) {
  Round {
    millisPerCall = new TreeMap<>(millisPerCall);
  }

  /** Processor time of a treatment by that of the bare server. */
  double ratio(Treatment treatment) {
    return millisPerCall.get(treatment) / millisPerCall.get(Treatment.BARE);
  }
}
