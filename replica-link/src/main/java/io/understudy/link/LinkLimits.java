package io.understudy.link;

import java.time.Duration;

/**
 * Bounds of memory and time. {@link #DEFAULT} suits a pair on one network.
 *
 * @param memoryBytes most bytes of log that wait in memory, on each side
 * @param segmentBytes size beyond which the journal begins a new file
 * @param slowBackup how long a backup that does not keep up slows its primary before it is declared
 *     lost
 * @param peerSilence how long a standing connection may be silent before its backup tells netctl:
 *     one half of a takeover
 * @param backupSilence how long a backup may be silent, and outputs wait, before it is declared
 *     lost
 * @param handshake how long a connection may take to say who it is
 * @param retry pause between two attempts to reach the primary
 * @param clocks longest time between two messages of the primary's clocks
 * @param released time after which a transmitted output is reported to the backup together with
 *     records; alone, it waits for the clocks
 * @param acknowledgement shortest time between two acknowledgements of a backup: under load one
 *     thread switch of the primary lets several outputs go
 * @param lastingAcknowledgement time between two acknowledgements on average while load lasts
 * @param acknowledgementBurst for how long acknowledgements may come faster than on average
 */
public record LinkLimits(
    long memoryBytes,
    long segmentBytes,
    Duration slowBackup,
    Duration peerSilence,
    Duration backupSilence,
    Duration handshake,
    Duration retry,
    Duration clocks,
    Duration released,
    Duration acknowledgement,
    Duration lastingAcknowledgement,
    Duration acknowledgementBurst) {
  public static final LinkLimits DEFAULT =
      new LinkLimits(
          64L << 20,
          64L << 20,
          Duration.ofSeconds(5),
          Duration.ofMillis(250),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofMillis(200),
          Duration.ofMillis(25),
          Duration.ofMillis(5),
          Duration.ofMillis(1),
          Duration.ofMillis(4),
          Duration.ofMillis(100));
}
