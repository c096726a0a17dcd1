package io.understudy.link.journal;

/**
 * What an inspection found in one segment.
 *
 * @param file its name
 * @param epoch epoch of its records
 * @param start log position of its first byte
 * @param end log position behind its last good block
 * @param limit position from which on a newer epoch holds, or {@link Long#MAX_VALUE}
 * @param fileBytes bytes on disk
 * @param blocks good blocks
 * @param tornBytes bytes of a half-written block at the end
 * @param digest SHA-256 of the file
 * @param problem what is wrong, or null
 */
public record SegmentReport(
    String file,
    long epoch,
    long start,
    long end,
    long limit,
    long fileBytes,
    long blocks,
    long tornBytes,
    Digest digest,
    String problem) {

  /** Bytes of log. */
  public long rawBytes() {
    return end - start;
  }

  SegmentReport with(String otherProblem) {
    return new SegmentReport(
        file, epoch, start, end, limit, fileBytes, blocks, tornBytes, digest, otherProblem);
  }
}
