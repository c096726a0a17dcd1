package io.understudy.e2e.endurance;

import io.understudy.e2e.experiment.Fingerprint;
import io.understudy.e2e.experiment.Jdk;
import io.understudy.e2e.experiment.KeptFile;
import io.understudy.e2e.experiment.KneeSearch;
import io.understudy.e2e.experiment.Load;
import io.understudy.e2e.experiment.Progress;
import io.understudy.e2e.experiment.ReplicatedService;
import io.understudy.e2e.experiment.RunDirectory;
import io.understudy.e2e.experiment.Setup;
import io.understudy.e2e.experiment.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Protected runs of the back-to-back user agent, as many as the wanted number of calls takes. */
final class Endurance {
  /**
   * Content of the result file.
   *
   * @param fingerprint identifies build and machine
   * @param jdk feature release
   * @param knee calls per second; 0 if the rate was given
   * @param rate calls per second
   * @param good whether every run was
   * @param calls calls of all runs
   * @param runs the runs
   */
  record Report(
      String fingerprint,
      int jdk,
      int knee,
      int rate,
      boolean good,
      int calls,
      List<EnduranceResult> runs) {}

  private final Workshop workshop;
  private final Jdk jdk;
  private final Progress progress;
  private final KeptFile<Report> file;

  Endurance(Workshop workshop, Jdk jdk, Progress progress) {
    this.workshop = workshop;
    this.jdk = jdk;
    this.progress = progress;
    Path path = workshop.output().resolve("endurance-jdk%d.json".formatted(jdk.feature()));
    this.file = new KeptFile<>(path, Report.class, Report::fingerprint);
  }

  /**
   * Makes the runs that the result file does not hold yet, for the same build.
   *
   * @param plan how many calls
   * @param givenRate calls per second; 0 for half the knee, which is then looked for
   * @param fresh whether to begin anew
   * @return true if every run was good
   */
  boolean run(EndurancePlan plan, int givenRate, boolean fresh) throws IOException {
    String fingerprint =
        Fingerprint.of(workshop, workshop.b2buaJar(), jdk.toString() + givenRate + plan.length());
    Report report = fresh ? null : file.of(fingerprint).orElse(null);
    if (report == null) {
      int knee = givenRate > 0 ? 0 : knee();
      int rate = givenRate > 0 ? givenRate : Math.max(1, knee / 2);
      report = new Report(fingerprint, jdk.feature(), knee, rate, true, 0, List.of());
      file.write(report);
    } else {
      progress.say("going on after %d runs made before".formatted(report.runs().size()));
    }
    while (report.calls() < plan.wanted(report.rate())) {
      int calls = plan.next(report.rate(), report.calls());
      progress.say("%d calls at %d calls/s, JDK %d".formatted(calls, report.rate(), jdk.feature()));
      EnduranceResult result =
          measure(report.runs().size() + 1, report.rate(), calls, plan.length());
      progress.say("  " + result.summary());
      report = with(report, result);
      file.write(report);
    }
    print(report);
    return report.good();
  }

  private EnduranceResult measure(int number, int rate, int calls, Duration length)
      throws IOException {
    String name = "endurance-jdk%d-%d".formatted(jdk.feature(), number);
    RunDirectory files = RunDirectory.fresh(workshop.output().resolve("runs").resolve(name));
    EnduranceResult result =
        new EnduranceRun(setup(), load(rate, calls), jdk, files, length).measure();
    if (result.isGood()) {
      files.dropJournals();
    }
    return result;
  }

  private int knee() throws IOException {
    progress.say("looking for the highest rate at which the protected pair fails no call");
    Path runs = workshop.output().resolve("runs");
    int knee =
        new KneeSearch(lab -> new ReplicatedService(lab, setup(), jdk), runs, progress)
            .find(load(KneeSearch.RUNGS.get(0), 0));
    progress.say("the knee: %d calls/s".formatted(knee));
    return knee;
  }

  private Setup setup() {
    String options = "--digest-file " + EnduranceRun.DIGESTS;
    return new Setup(workshop.b2bua(options), Load.PORT, workshop.agentJar());
  }

  private Load load(int rate, int calls) {
    // a busy machine makes calls later than planned; who cuts them off counts them as failed
    int seconds = calls / rate * 11 / 10 + 60;
    return Load.withoutKill(workshop, rate, calls, seconds, Load.RING_MILLIS, Load.TALK_MILLIS);
  }

  private static Report with(Report report, EnduranceResult result) {
    List<EnduranceResult> runs = new ArrayList<>(report.runs());
    runs.add(result);
    return new Report(
        report.fingerprint(),
        report.jdk(),
        report.knee(),
        report.rate(),
        report.good() && result.isGood(),
        report.calls() + result.calls(),
        runs);
  }

  private void print(Report report) {
    System.out.printf(
        "JDK %d, %d calls/s%s: %d calls in %d protected runs%n",
        report.jdk(),
        report.rate(),
        report.knee() == 0 ? "" : " (half the knee of %d)".formatted(report.knee()),
        report.calls(),
        report.runs().size());
    report.runs().forEach(run -> System.out.println("  " + run.summary()));
    System.out.println(
        report.good()
            ? "MET     0 failed, 0 divergences, equal hash chains and equal digests of the tables; where"
                + " it was looked at, heap, descriptors and lag are flat"
            : "MISSED  see the runs that are not good");
    System.out.println("written: " + file);
  }
}
