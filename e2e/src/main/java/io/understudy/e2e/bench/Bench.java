package io.understudy.e2e.bench;

import io.understudy.e2e.experiment.Fingerprint;
import io.understudy.e2e.experiment.Jdk;
import io.understudy.e2e.experiment.KeptFile;
import io.understudy.e2e.experiment.Load;
import io.understudy.e2e.experiment.Progress;
import io.understudy.e2e.experiment.RunDirectory;
import io.understudy.e2e.experiment.Setup;
import io.understudy.e2e.experiment.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Interleaved rounds of one server on one JDK, until there are enough; kept in a file. */
final class Bench {
  private static final int RING_MILLIS = 200;
  private static final int TALK_MILLIS = 500;

  /** The callees answer as long as a session takes. */
  private static final int SESSION_SECONDS = 3_600;

  private final Workshop workshop;
  private final BenchServer server;
  private final Jdk jdk;
  private final Progress progress;
  private final KeptFile<BenchReport> file;

  Bench(Workshop workshop, BenchServer server, Jdk jdk, Progress progress) {
    this.workshop = workshop;
    this.server = server;
    this.jdk = jdk;
    this.progress = progress;
    this.file =
        new KeptFile<>(
            workshop.output().resolve(name() + ".json"),
            BenchReport.class,
            BenchReport::fingerprint);
  }

  private String name() {
    return "bench-%s-jdk%d".formatted(server.title(), jdk.feature());
  }

  /**
   * Makes what is missing.
   *
   * @param rate calls per second
   * @param rounds rounds in all
   * @param perSession rounds of a session, with JVMs of its own
   * @param seconds how long the calls to one server in a round take
   * @param fresh whether to begin anew
   */
  BenchReport run(int rate, int rounds, int perSession, int seconds, boolean fresh)
      throws IOException {
    String dependsOn = "%s %d %d".formatted(jdk, rate, seconds);
    String fingerprint = Fingerprint.of(workshop, server.jar(workshop), dependsOn);
    BenchReport empty =
        new BenchReport(fingerprint, server.title(), jdk.feature(), rate, List.of());
    BenchReport report = fresh ? empty : file.of(fingerprint).orElse(empty);
    while (report.rounds().size() < rounds) {
      int session = report.nextSession();
      int next = Math.min(perSession, rounds - report.rounds().size());
      progress.say("session %d of %s: %d rounds".formatted(session, name(), next));
      Path runs = workshop.output().resolve("runs");
      RunDirectory files = RunDirectory.fresh(runs.resolve(name() + "-" + session));
      Setup setup = new Setup(server.command(workshop), Load.PORT, workshop.agentJar());
      int calls = rate * seconds;
      Load load =
          Load.withoutKill(workshop, rate, calls, SESSION_SECONDS, RING_MILLIS, TALK_MILLIS);
      List<Round> made = new BenchSession(setup, load, jdk, files).rounds(session, next);
      files.dropJournals();
      report = report.with(made);
      made.forEach(round -> progress.say("  " + round));
      file.write(report);
    }
    System.out.print(BenchReport.head() + report.markdown());
    report.ratios().forEach((role, values) -> System.out.println(role + ": " + rounded(values)));
    System.out.println("written: " + file.file());
    return report;
  }

  private static String rounded(List<Double> values) {
    return values.stream().sorted().map("%.3f"::formatted).toList().toString();
  }
}
