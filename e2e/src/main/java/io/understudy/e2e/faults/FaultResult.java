package io.understudy.e2e.faults;

import java.util.List;

/**
 * What one run showed. Times are in milliseconds; -1 stands for "never".
 *
 * @param row name of the row
 * @param run 1, 2, 3 …
 * @param seed what the moment of the fault was drawn from
 * @param commit of the sources, or what stands for it
 * @param jdk the servers' feature release
 * @param rate calls a second
 * @param gapMillis fault to the first SIP datagram of the other node
 * @param both SIP datagrams of the old speaker behind the other node's first one
 * @param cohort calls open at the fault
 * @param lost how many of them were lost
 * @param later calls begun after it
 * @param lostLater how many of them were lost
 * @param failedBefore calls that had failed before it
 * @param diverged whether a backup diverged
 * @param audit what the two nodes' logs and tables differ in; empty if in nothing
 * @param losses some of the lost calls, and how far they came
 * @param needless failovers that the old speaker's netctl counts as needless
 * @param met whether it is as the row expects
 */
record FaultResult(
    String row,
    int run,
    long seed,
    String commit,
    int jdk,
    int rate,
    double gapMillis,
    int both,
    int cohort,
    int lost,
    int later,
    int lostLater,
    int failedBefore,
    boolean diverged,
    String audit,
    List<String> losses,
    long needless,
    boolean met) {

  /** For the operator who watches. */
  String summary() {
    return "%s; %d datagrams of both, %d of %d open and %d of %d later calls lost%s%s%s%s"
        .formatted(
            gapMillis < 0
                ? "the speaker stays"
                : "the other speaks after %.1f ms".formatted(gapMillis),
            both,
            lost,
            cohort,
            lostLater,
            later,
            failedBefore > 0 ? ", " + failedBefore + " FAILED BEFORE" : "",
            diverged ? ", DIVERGED" : "",
            audit.isEmpty() ? "" : ", THE NODES DIFFER: " + audit,
            met ? "" : "  NOT AS EXPECTED");
  }
}
