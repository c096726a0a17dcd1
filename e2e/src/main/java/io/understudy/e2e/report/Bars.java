package io.understudy.e2e.report;

import io.understudy.e2e.experiment.Availability;
import io.understudy.e2e.experiment.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the experiment had to show, each with what it did show. */
public final class Bars {
  private static final double CONTROL = 0.95;
  private static final int TAKEOVERS = 20;
  private static final double MEDIAN_GAP_MILLIS = 50;

  /**
   * One demand.
   *
   * @param met whether it was met
   * @param decisive whether missing it makes the demo fail
   * @param text the demand and what was measured
   */
  public record Bar(boolean met, boolean decisive, String text) {}

  private final Findings findings;

  /** The bars for some findings. */
  public Bars(Findings findings) {
    this.findings = findings;
  }

  /** All bars that the runs can speak to. */
  public List<Bar> all() {
    List<Bar> bars = new ArrayList<>();
    retransmitting(bars);
    silentClients(bars);
    shadow(bars);
    wholeness(bars);
    control(bars);
    gap(bars);
    return bars;
  }

  /** True if every decisive bar was met, and there was one. */
  public boolean met() {
    List<Bar> decisive = all().stream().filter(Bar::decisive).toList();
    return !decisive.isEmpty() && decisive.stream().allMatch(Bar::met);
  }

  private void retransmitting(List<Bar> bars) {
    List<RunResult> runs = findings.active(run -> run.series().retransmission()).toList();
    if (runs.isEmpty()) {
      return;
    }
    int lost = runs.stream().mapToInt(RunResult::lost).sum();
    int later = runs.stream().mapToInt(RunResult::lostLater).sum();
    int cohort = runs.stream().mapToInt(RunResult::cohort).sum();
    bars.add(
        new Bar(
            lost == 0,
            true,
            "(iii), clients retransmit: 0 calls of the cohort lost; %d of %d lost (and %d later ones)"
                .formatted(lost, cohort, later)));
  }

  private void silentClients(List<Bar> bars) {
    List<RunResult> runs = findings.active(run -> !run.series().retransmission()).toList();
    if (runs.isEmpty()) {
      return;
    }
    int outside = runs.stream().mapToInt(RunResult::lostOutsideGap).sum();
    int lost = runs.stream().mapToInt(run -> run.lost() + run.lostLater()).sum();
    bars.add(
        new Bar(
            outside == 0,
            true,
            "(iii), no retransmission: lost are only calls with a datagram in the gap; %d lost, %d of"
                    .formatted(lost, outside)
                + " them without one"));
  }

  private void shadow(List<Bar> bars) {
    List<RunResult> runs = findings.sound(Availability.SHADOW).toList();
    if (runs.isEmpty()) {
      return;
    }
    int lost = runs.stream().mapToInt(RunResult::lost).sum();
    int later = runs.stream().mapToInt(RunResult::lostLater).sum();
    int cohort = runs.stream().mapToInt(RunResult::cohort).sum();
    bars.add(
        new Bar(
            lost == 0,
            true,
            "(iv), no retransmission: 0 calls of the cohort lost; %d of %d lost (and %d later ones)"
                .formatted(lost, cohort, later)));
  }

  private void wholeness(List<Bar> bars) {
    List<RunResult> runs = findings.replicated().toList();
    if (runs.isEmpty()) {
      return;
    }
    int divergences = runs.stream().mapToInt(RunResult::divergences).sum();
    int two = runs.stream().mapToInt(RunResult::twoSpeakers).sum();
    long silent = runs.stream().filter(run -> run.gapMillis() < 0).count();
    bars.add(
        new Bar(
            divergences == 0 && two == 0 && silent == 0,
            true,
            "(iii) and (iv), every takeover: %d without a new speaker, %d divergences, %d datagrams of a second"
                    .formatted(silent, divergences, two)
                + " speaker"));
  }

  private void control(List<Bar> bars) {
    List<RunResult> runs =
        findings.sound(Availability.ADDRESS).filter(run -> run.series().retransmission()).toList();
    int established = runs.stream().mapToInt(RunResult::cohortEstablished).sum();
    if (established == 0) {
      return;
    }
    int lost = runs.stream().mapToInt(RunResult::lostEstablished).sum();
    bars.add(
        new Bar(
            lost >= CONTROL * established,
            true,
            "control, (ii), clients retransmit: at least 95 %% of the established calls lost; %d of %d"
                .formatted(lost, established)));
  }

  private void gap(List<Bar> bars) {
    List<Double> gaps = findings.gaps();
    if (gaps.size() < TAKEOVERS) {
      return;
    }
    double median = Spread.median(gaps);
    bars.add(
        new Bar(
            median < MEDIAN_GAP_MILLIS,
            false,
            String.format(
                Locale.ROOT,
                "SIGKILL to the first SIP datagram of the new node: median below 50 ms; %.1f ms of"
                    + " %d",
                median,
                gaps.size())));
  }
}
