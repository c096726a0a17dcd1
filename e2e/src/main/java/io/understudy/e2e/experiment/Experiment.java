package io.understudy.e2e.experiment;

import io.understudy.e2e.lab.LabException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Makes the runs of a plan that are not in the state file yet. A void run is kept, counted, and
 * made again, at most twice.
 */
final class Experiment {
  private final Measurement measurement;
  private final StateFile state;
  private final Progress progress;

  Experiment(Measurement measurement, StateFile state, Progress progress) {
    this.measurement = measurement;
    this.state = state;
    this.progress = progress;
  }

  /**
   * Makes all runs at the given rates.
   *
   * @throws LabException if a run was void three times
   */
  void run(Plan plan, List<Integer> rates) throws IOException {
    int total = rates.size() * plan.repetitions() * plan.series().size();
    int number = 0;
    for (int repetition = 1; repetition <= plan.repetitions(); repetition++) {
      for (int rate : rates) {
        for (Series series : plan.series()) {
          number++;
          String title =
              "run %d of %d: %s, %d calls/s".formatted(number, total, series.title(), rate);
          sound(series, plan.load().apply(rate), repetition, title);
        }
      }
    }
  }

  private void sound(Series series, Load load, int repetition, String title) throws IOException {
    for (int attempt = 1; attempt <= Plan.MAX_ATTEMPTS; attempt++) {
      Optional<RunResult> known = known(series, load.rate(), repetition, attempt);
      RunResult result;
      if (known.isPresent()) {
        result = known.get();
        progress.say(title + ": kept from before");
      } else {
        progress.say(title + (attempt == 1 ? "" : ", attempt " + attempt));
        result = measurement.measure(series, load, repetition, attempt);
        state.add(result);
        progress.say("  " + summary(result));
      }
      if (!result.isVoid()) {
        return;
      }
    }
    throw new LabException(
        title
            + " was void each time: calls failed before the kill, so the runs say nothing about it;"
            + " give the machine less other work; the files are in target/demo/runs");
  }

  private Optional<RunResult> known(Series series, int rate, int repetition, int attempt) {
    return state.results().stream()
        .filter(result -> result.series().equals(series) && result.rate() == rate)
        .filter(result -> result.repetition() == repetition && result.attempt() == attempt)
        .findFirst();
  }

  static String summary(RunResult result) {
    if (result.isVoid()) {
      return "VOID: %d calls failed before the kill, %d were open at it"
          .formatted(result.failedBefore(), result.cohort());
    }
    String line =
        "%d calls open at the kill, %d lost (%d in set-up, %d established); %d later, %d lost; gap %s"
            .formatted(
                result.cohort(),
                result.lost(),
                result.lostSetup(),
                result.lostEstablished(),
                result.later(),
                result.lostLater(),
                result.gapMillis() < 0 ? "without end" : "%.1f ms".formatted(result.gapMillis()));
    return line + (result.divergences() > 0 ? "; THE BACKUP DIVERGED" : "");
  }
}
