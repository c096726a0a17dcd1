package io.understudy.e2e.experiment;

import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.lab.LabException;
import io.understudy.e2e.sipp.CallJudge;
import io.understudy.e2e.sipp.Endpoint;
import io.understudy.e2e.sipp.Gap;
import io.understudy.e2e.sipp.Judgement;
import io.understudy.e2e.sipp.Ramp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Finds the highest of a row of call rates at which the protected pair, without a kill, has no
 * failed call. Each rung starts at the rung before and grows slowly; the search ends with the first
 * failed call. Clients do not retransmit, so one lost datagram shows.
 */
final class KneeSearch {
  static final List<Integer> RUNGS = List.of(12, 20, 32, 48, 72, 100, 140, 200, 280, 400);
  private static final int RAMP_SECONDS = 5;
  private static final int HOLD_SECONDS = 12;

  private final Setup setup;
  private final Jdk jdk;
  private final Path directory;
  private final Progress progress;

  KneeSearch(Setup setup, Jdk jdk, Path directory, Progress progress) {
    this.setup = setup;
    this.jdk = jdk;
    this.directory = directory;
    this.progress = progress;
  }

  /**
   * Makes the search.
   *
   * @throws LabException if calls fail at the lowest rung already
   */
  int find(Load load) throws IOException {
    Path files = RunDirectory.fresh(directory.resolve("knee")).path();
    Path mountPoint = Files.createDirectories(files.resolve("node"));
    Files.createDirectories(files.resolve("alpha"));
    Files.createDirectories(files.resolve("beta"));
    int knee = 0;
    try (Lab lab = new Lab(files, mountPoint)) {
      Callees callees = Callees.start(lab, load, false);
      new ReplicatedService(lab, setup, jdk);
      for (int rung : RUNGS) {
        int failed = climb(lab, load, callees, Math.max(1, knee), rung);
        progress.say("  knee search: %d calls/s, %d failed calls".formatted(rung, failed));
        if (failed > 0) {
          break;
        }
        knee = rung;
      }
    }
    if (knee == 0) {
      throw new LabException(
          ("the protected pair fails calls at %d calls/s already, without a kill; no rate is left"
                  + " to measure at; see %s")
              .formatted(RUNGS.get(0), files));
    }
    return knee;
  }

  private static int climb(Lab lab, Load load, Callees callees, int from, int rung)
      throws IOException {
    String label = "rung-" + rung;
    Callers callers = new Callers(lab, load.atRate(rung), false);
    Endpoint caller =
        callers.start(label, 5060, new Ramp(from, rung, RAMP_SECONDS), 0, load.talkMillis());
    Await.sleep(Duration.ofSeconds(RAMP_SECONDS + HOLD_SECONDS));
    caller.process().finishCalls();
    caller.process().awaitEnd(Duration.ofSeconds(load.drainSeconds(false) + 1L));
    caller.process().kill();
    Gap never = Gap.endless(Long.MAX_VALUE);
    Judgement judgement = new CallJudge(caller.messages(), callees.messages(), never).judge();
    return judgement.losses().size() + judgement.failedBefore();
  }
}
