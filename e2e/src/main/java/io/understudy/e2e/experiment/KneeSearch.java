package io.understudy.e2e.experiment;

import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.lab.LabException;
import io.understudy.e2e.sipp.CallJudge;
import io.understudy.e2e.sipp.Endpoint;
import io.understudy.e2e.sipp.Gap;
import io.understudy.e2e.sipp.Judgement;
import io.understudy.e2e.sipp.Ramp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Finds the highest of a row of call rates at which a service, without a kill, has no failed call.
 * Each rung starts at the rung before and grows slowly; the search ends with the first failed call.
 * Clients do not retransmit, so one lost datagram shows.
 */
public final class KneeSearch {
  public static final List<Integer> RUNGS =
      List.of(12, 20, 32, 48, 72, 100, 140, 200, 280, 400, 560, 800);

  private static final int RAMP_SECONDS = 5;
  private static final int HOLD_SECONDS = 12;
  private static final int CONFIRM_SECONDS = 30;
  private static final int CONFIRM_RUNS = 3;

  private final Function<Lab, Service> start;
  private final Path directory;
  private final Progress progress;

  /**
   * A search.
   *
   * @param start starts the service in a lab
   * @param directory where the directory of its files is made
   */
  public KneeSearch(Function<Lab, Service> start, Path directory, Progress progress) {
    this.start = start;
    this.directory = directory;
    this.progress = progress;
  }

  /**
   * Makes one short run at each rung.
   *
   * @param load its rate is the lowest rung that is tried
   * @throws LabException if calls fail at the lowest rung already
   */
  public int find(Load load) throws IOException {
    RunDirectory files = RunDirectory.fresh(directory.resolve("knee"));
    int knee = 0;
    try (Lab lab = new Lab(files.path(), files.mountPoint())) {
      Callees callees = Callees.start(lab, load, false);
      Service unused = start.apply(lab);
      new WarmUp(lab, load, "warm-up").run();
      for (int rung : RUNGS.stream().filter(rung -> rung >= load.rate()).toList()) {
        Ramp ramp = new Ramp(Math.max(1, knee), rung, RAMP_SECONDS);
        int failed = climb(lab, load, callees, "rung-" + rung, ramp, HOLD_SECONDS);
        progress.say("  knee search: %d calls/s, %d failed calls".formatted(rung, failed));
        if (failed > 0) {
          break;
        }
        knee = rung;
      }
    }
    if (knee == 0) {
      throw new LabException(
          ("the service fails calls at %d calls/s already, without a kill; no rate is left"
                  + " to measure at; see %s")
              .formatted(load.rate(), files.path()));
    }
    return knee;
  }

  /**
   * The highest rung with three clean runs of half a minute, each on a service of its own, at or
   * below the one that {@link #find} gives.
   *
   * @param load its rate is the lowest rung that is tried
   * @throws LabException if there is no such rung
   */
  public int confirmed(Load load) throws IOException {
    int found = find(load);
    for (int i = RUNGS.indexOf(found); i >= 0 && RUNGS.get(i) >= load.rate(); i--) {
      if (isClean(load.atRate(RUNGS.get(i)))) {
        return RUNGS.get(i);
      }
    }
    throw new LabException(
        "no rung from %d to %d has three clean runs; the machine has other work, or the search"
                .formatted(load.rate(), found)
            + " began too high; begin lower");
  }

  private boolean isClean(Load load) throws IOException {
    for (int run = 1; run <= CONFIRM_RUNS; run++) {
      RunDirectory files = RunDirectory.fresh(directory.resolve("knee-confirmed"));
      try (Lab lab = new Lab(files.path(), files.mountPoint())) {
        Callees callees = Callees.start(lab, load, false);
        Service unused = start.apply(lab);
        new WarmUp(lab, load, "warm-up").run();
        Ramp ramp = Ramp.slow(load.rate(), RAMP_SECONDS);
        int failed = climb(lab, load, callees, "run", ramp, CONFIRM_SECONDS);
        progress.say(
            "  %d calls/s for %d s, run %d: %d failed calls"
                .formatted(load.rate(), CONFIRM_SECONDS, run, failed));
        if (failed > 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static int climb(
      Lab lab, Load load, Callees callees, String label, Ramp ramp, int holdSeconds)
      throws IOException {
    Callers callers = new Callers(lab, load, false);
    Endpoint caller = callers.start(label, 5060, ramp, 0, load.talkMillis());
    Await.sleep(Duration.ofSeconds(ramp.seconds() + holdSeconds));
    caller.process().finishCalls();
    caller.process().awaitEnd(Duration.ofSeconds(load.drainSeconds(false) + 1L));
    caller.process().kill();
    Gap never = Gap.endless(Long.MAX_VALUE);
    Judgement judgement = new CallJudge(caller.messages(), callees.messages(), never).judge();
    return judgement.losses().size() + judgement.failedBefore();
  }
}
