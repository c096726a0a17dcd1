package io.understudy.e2e.experiment;

import io.understudy.e2e.report.Bars;
import io.understudy.e2e.report.DataFiles;
import io.understudy.e2e.report.Figure;
import io.understudy.e2e.report.Findings;
import io.understudy.e2e.report.TextReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The paper's experiment, in full or quick, from the state file to the figure. */
final class Demo {
  private static final int REPETITIONS = 3;
  private static final int QUICK_RATE = 20;

  private final Workshop workshop;
  private final Progress progress;
  private final boolean fresh;

  Demo(Workshop workshop, Progress progress, boolean fresh) {
    this.workshop = workshop;
    this.progress = progress;
    this.fresh = fresh;
  }

  /** One rate, one run of each case; true if active replication did what it must. */
  boolean quick() throws IOException {
    Path directory = workshop.output();
    Files.deleteIfExists(directory.resolve("quick-state.json"));
    StateFile state = StateFile.open(directory.resolve("quick-state.json"), "quick");
    int jdk = workshop.firstJdk().feature();
    Plan plan = new Plan(Plan.quickCases(jdk), 1, rate -> load(rate, 2, 9, 2));
    experiment(state).run(plan, List.of(QUICK_RATE));
    return report(state);
  }

  /**
   * The whole experiment, or some cases of it, which it then has and does not make again.
   *
   * @return whether active replication did what it must
   */
  boolean full(Set<Availability> cases) throws IOException {
    Path file = workshop.output().resolve("state.json");
    if (fresh) {
      Files.deleteIfExists(file);
    }
    StateFile state = StateFile.open(file, Fingerprint.of(workshop));
    if (!state.results().isEmpty()) {
      progress.say("going on after %d runs made before".formatted(state.results().size()));
    }
    List<Integer> rates = Plan.ratesUpToHalf(knee(state));
    progress.say("call rates, up to half the knee: " + rates);
    Experiment experiment = experiment(state);
    for (int feature : workshop.jdks().keySet()) {
      boolean first = feature == workshop.firstJdk().feature();
      List<Series> series =
          (first ? Plan.allCases(feature) : Plan.activeCases(feature))
              .stream().filter(line -> cases.contains(line.availability())).toList();
      List<Integer> own = first ? rates : Plan.everySecond(rates);
      experiment.run(new Plan(series, REPETITIONS, rate -> load(rate, 2, 9, 2)), own);
    }
    return report(state);
  }

  private int knee(StateFile state) throws IOException {
    if (state.knee() == 0) {
      progress.say("looking for the highest rate at which the protected pair fails no call");
      Setup setup = setup();
      Path runs = workshop.output().resolve("runs");
      KneeSearch search =
          new KneeSearch(
              lab -> new ReplicatedService(lab, setup, workshop.firstJdk()), runs, progress);
      state.knee(search.find(load(KneeSearch.RUNGS.get(0), 0, 0, 0)));
    }
    progress.say("the knee: %d calls/s".formatted(state.knee()));
    return state.knee();
  }

  private Experiment experiment(StateFile state) {
    Path runs = workshop.output().resolve("runs");
    return new Experiment(new LabMeasurement(setup(), workshop.jdks(), runs), state, progress);
  }

  private Setup setup() {
    return new Setup(workshop.alg(), Load.PORT, workshop.agentJar());
  }

  private Load load(int rate, int ramp, int killAfter, int later) {
    return new Load(
        workshop.callerScenario(),
        workshop.calleeScenario(),
        Load.PORT,
        rate,
        0,
        ramp,
        killAfter,
        later,
        Load.RING_MILLIS,
        Load.TALK_MILLIS);
  }

  private boolean report(StateFile state) throws IOException {
    Findings findings = new Findings(state.results());
    Path directory = workshop.output();
    DataFiles.writeCsv(findings, directory.resolve("figure2.csv"));
    DataFiles.writeJson(findings, directory.resolve("figure2.json"));
    Figure figure = new Figure(findings);
    figure.writeSvg(directory.resolve("figure2.svg"));
    figure.writePng(directory.resolve("figure2.png"));
    System.out.print(new TextReport(findings).text());
    System.out.println("written: " + directory.resolve("figure2.{svg,png,csv,json}"));
    return new Bars(findings).met();
  }
}
