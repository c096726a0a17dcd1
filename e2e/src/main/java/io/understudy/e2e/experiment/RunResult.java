package io.understudy.e2e.experiment;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What a run measured. Times are in milliseconds; -1 stands for "never" or "not known".
 *
 * @param series the line of the figure
 * @param rate calls per second
 * @param repetition 1, 2, 3 …
 * @param attempt 1, or more after void runs
 * @param finishedBefore calls over and good at the kill
 * @param failedBefore calls that had failed at the kill: more than none makes the run void
 * @param cohortSetup calls open at the kill, in set-up
 * @param cohortEstablished calls open at the kill, established
 * @param lostSetup how many of cohortSetup were lost
 * @param lostEstablished how many of cohortEstablished were lost
 * @param later calls begun after the kill
 * @param lostLater how many of them were lost
 * @param lostOutsideGap lost calls none of whose datagrams was sent while nobody spoke
 * @param gapMillis SIGKILL to the first SIP datagram of the new node
 * @param lagMillis executed lag of the backup at the kill
 * @param records records of the log at the backup
 * @param divergences 1 if the backup diverged
 * @param twoSpeakers SIP datagrams of the second node before the kill, and of the first after the
 *     second began to speak
 */
public record RunResult(
    Series series,
    int rate,
    int repetition,
    int attempt,
    int finishedBefore,
    int failedBefore,
    int cohortSetup,
    int cohortEstablished,
    int lostSetup,
    int lostEstablished,
    int later,
    int lostLater,
    int lostOutsideGap,
    double gapMillis,
    double lagMillis,
    long records,
    int divergences,
    int twoSpeakers) {

  /** Calls open at the kill. */
  @JsonIgnore
  public int cohort() {
    return cohortSetup + cohortEstablished;
  }

  /** Lost calls of the cohort. */
  @JsonIgnore
  public int lost() {
    return lostSetup + lostEstablished;
  }

  /** A run without a sound start says nothing about the kill. */
  @JsonIgnore
  public boolean isVoid() {
    return failedBefore > 0 || cohort() == 0;
  }

  /** Lost calls of the cohort by the cohort, 0 to 1. */
  @JsonIgnore
  public double lossRatio() {
    return cohort() == 0 ? 0 : lost() / (double) cohort();
  }

  /** Lost calls by all calls that were open at the kill or came later, 0 to 1. */
  @JsonIgnore
  public double lossRatioOfAll() {
    int all = cohort() + later;
    return all == 0 ? 0 : (lost() + lostLater) / (double) all;
  }
}
