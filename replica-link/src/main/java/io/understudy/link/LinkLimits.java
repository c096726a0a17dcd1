package io.understudy.link;

import java.time.Duration;

/**
 * Bounds of memory and time. {@link #DEFAULT} suits a pair on one network.
 *
 * @param memoryBytes most bytes of log that wait in memory, on each side
 * @param segmentBytes size beyond which the journal begins a new file
 * @param slowBackup how long a backup that does not keep up slows its primary before it is declared
 *     lost
 * @param peerSilence how long a standing connection may be silent before an alarm
 * @param handshake how long a connection may take to say who it is
 * @param retry pause between two attempts to reach the primary
 * @param clocks longest time between two messages of the primary's clocks
 * @param released longest time until a transmitted output is reported to the backup
 */
public record LinkLimits(
    long memoryBytes,
    long segmentBytes,
    Duration slowBackup,
    Duration peerSilence,
    Duration handshake,
    Duration retry,
    Duration clocks,
    Duration released) {
  public static final LinkLimits DEFAULT =
      new LinkLimits(
          64L << 20,
          64L << 20,
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofMillis(200),
          Duration.ofMillis(25),
          Duration.ofMillis(5));
}
