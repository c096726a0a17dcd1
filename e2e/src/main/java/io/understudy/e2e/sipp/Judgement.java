package io.understudy.e2e.sipp;

import java.util.List;

/**
 * What became of the calls of a run. The cohort are the calls open at the kill.
 *
 * @param finishedBefore calls that were over and good at the kill
 * @param failedBefore calls that had failed at the kill; more than none makes the run void
 * @param cohortSetup calls of the cohort in set-up
 * @param cohortEstablished calls of the cohort that were established
 * @param later calls begun after the kill
 * @param losses every call of the cohort, and every later call, that was lost
 */
public record Judgement(
    int finishedBefore,
    int failedBefore,
    int cohortSetup,
    int cohortEstablished,
    int later,
    List<Loss> losses) {

  /** How many calls of a phase were lost. */
  public int lost(Phase phase) {
    return (int) losses.stream().filter(loss -> loss.phase() == phase).count();
  }

  /** Calls open at the kill. */
  public int cohort() {
    return cohortSetup + cohortEstablished;
  }

  /** Lost calls that the gap does not explain. */
  public int lostOutsideGap() {
    return (int) losses.stream().filter(loss -> !loss.inGap()).count();
  }
}
