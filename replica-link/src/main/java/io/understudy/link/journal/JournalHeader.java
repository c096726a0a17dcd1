package io.understudy.link.journal;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stands at the head of every segment.
 *
 * @param cluster name of the pair that made the log
 * @param epoch epoch of the segment's records, from 1
 * @param start log position of its first byte
 * @param previousDigest SHA-256 of the whole segment before this one, zeros in the first
 * @param identity what must be equal wherever the log is replayed: name to value or digest
 * @param seeds numbers drawn by the first primary, from which both nodes derive what each JVM would
 *     otherwise draw for itself
 */
public record JournalHeader(
    String cluster,
    long epoch,
    long start,
    Digest previousDigest,
    SortedMap<String, String> identity,
    Seeds seeds) {

  public JournalHeader {
    identity = new TreeMap<>(identity);
  }

  /** The header of a log that begins, in epoch 1. */
  public static JournalHeader genesis(String cluster, Map<String, String> identity, long[] seeds) {
    return genesis(cluster, 1, identity, seeds);
  }

  /** The header of a log that begins in an epoch. */
  public static JournalHeader genesis(
      String cluster, long epoch, Map<String, String> identity, long[] seeds) {
    return new JournalHeader(
        cluster, epoch, 0, Digest.NONE, new TreeMap<>(identity), new Seeds(seeds));
  }

  JournalHeader next(long nextEpoch, long nextStart, Digest digest) {
    return new JournalHeader(cluster, nextEpoch, nextStart, digest, identity, seeds);
  }

  SegmentName name() {
    return new SegmentName(epoch, start);
  }

  @Override
  public SortedMap<String, String> identity() {
    return new TreeMap<>(identity);
  }
}
