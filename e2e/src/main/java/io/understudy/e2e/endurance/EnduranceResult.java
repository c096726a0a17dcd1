package io.understudy.e2e.endurance;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;

/**
 * What a protected run without a kill has shown.
 *
 * @param calls calls made
 * @param failed calls that were not good at the caller, or not at the callee
 * @param retransmissions requests and answers that SIPp's caller sent again
 * @param divergences 1 if the backup diverged
 * @param protectedToTheEnd whether the pair was one from the first call to the last
 * @param logBytes length of the log that was compared
 * @param chainPrimary hash chain over the primary's log up to there
 * @param chainBackup the same of the backup's
 * @param firstDifference log position of the first link that differs; -1 if none does
 * @param tables digests of the server's tables, compared
 * @param seconds how long the calls took
 * @param vitals heap, descriptors and lag of both nodes over time; empty if nobody looked
 * @param rising those that rise, a text for each
 */
public record EnduranceResult(
    int calls,
    int failed,
    long retransmissions,
    int divergences,
    boolean protectedToTheEnd,
    long logBytes,
    String chainPrimary,
    String chainBackup,
    long firstDifference,
    TableDigests tables,
    int seconds,
    Map<String, List<Double>> vitals,
    List<String> rising) {

  /** A digest line each second: the last few may be missing on the node that was killed first. */
  private static final int LINES_AT_THE_END = 3;

  /** True if nothing failed and both nodes hold the same. */
  @JsonIgnore
  public boolean isGood() {
    return failed == 0
        && divergences == 0
        && protectedToTheEnd
        && logBytes > 0
        && firstDifference < 0
        && tables.compared() > 0
        && tables.missing() <= LINES_AT_THE_END
        && tables.entries() > 0
        && tables.difference().isEmpty()
        && rising.isEmpty();
  }

  /** In a line. */
  @JsonIgnore
  public String summary() {
    return ("%s: %d calls in %d s, %d failed, %d retransmissions, %d divergences%s; log %d bytes,"
            + " chain %s; %d digest lines of up to %d entries, %s%s")
        .formatted(
            isGood() ? "good" : "NOT GOOD",
            calls,
            seconds,
            failed,
            retransmissions,
            divergences,
            protectedToTheEnd ? "" : ", THE PAIR BROKE",
            logBytes,
            firstDifference < 0 ? "equal" : "DIFFERS at " + firstDifference,
            tables.compared(),
            tables.entries(),
            tables.difference().isEmpty() ? "equal" : "DIFFERENT: " + tables.difference(),
            rising.isEmpty() ? "" : "; NOT FLAT: " + String.join(", ", rising));
  }
}
