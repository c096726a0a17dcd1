package io.understudy.e2e.faults;

import io.understudy.e2e.experiment.Await;
import io.understudy.e2e.experiment.Load;
import io.understudy.e2e.experiment.Progress;
import io.understudy.e2e.experiment.RunDirectory;
import io.understudy.e2e.experiment.Setup;
import io.understudy.e2e.experiment.Workshop;
import io.understudy.e2e.lab.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Plays the rows, each so many times, and keeps every result as a line, with commit and seed; what
 * a broken-off matrix has shown at this commit is not played again.
 */
final class FaultMatrix {
  private static final int PORT = 5060;
  private static final int SECONDS = 3_600;
  private static final int RING_MILLIS = 500;

  /**
   * Long enough for a third copy of the callee's 200, of 3.5 s, before the caller hangs up: whoever
   * loses the ACK in a gap of two seconds is not called lost for a BYE that came before it.
   */
  private static final int TALK_MILLIS = 4_000;

  private static final Duration TOLD = Duration.ofMillis(200);
  private static final int DRAIN_MILLIS = 2_000;

  private final Workshop workshop;
  private final FaultResults results;
  private final String javaOptions;
  private final Lane lane;
  private final Progress progress;
  private final Path directory;

  private volatile boolean brokenOff;

  /**
   * @param javaOptions of the servers' JVMs, beside their own
   */
  FaultMatrix(
      Workshop workshop, FaultResults results, String javaOptions, Lane lane, Progress progress) {
    this.workshop = workshop;
    this.results = results;
    this.javaOptions = javaOptions;
    this.lane = lane;
    this.progress = progress;
    this.directory = workshop.root().resolve("target/faults");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> brokenOff = true));
  }

  /**
   * Plays rows.
   *
   * @param seed the moments of the faults are a function of it, of the row and of the run's number
   * @return whether all was as expected
   */
  boolean play(List<FaultRow> rows, int runs, long seed) throws IOException {
    results.read();
    for (List<FaultRow> group : groups(rows)) {
      playGroup(group, runs, seed);
    }
    return allMet(rows);
  }

  /**
   * Prints what is known of rows, by whichever lane, and writes it to the table.
   *
   * @return whether all was as expected
   */
  boolean report(List<FaultRow> rows) throws IOException {
    results.read();
    String table = FaultTable.of(results.of(rows), rows);
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("faults.md"), table);
    System.out.print(table);
    return allMet(rows);
  }

  private boolean allMet(List<FaultRow> rows) {
    return results.of(rows).stream().allMatch(FaultResult::met);
  }

  /** Rows whose nodes are started alike share a pair. */
  private static Collection<List<FaultRow>> groups(List<FaultRow> rows) {
    return rows.stream()
        .collect(Collectors.groupingBy(FaultRow::settings, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private void playGroup(List<FaultRow> group, int runs, long seed) throws IOException {
    Path files = directory.resolve("runs").resolve("lane-" + lane.number());
    try (FaultStage stage = new FaultStage(setup(), load(), results, files)) {
      for (int run = 1; run <= runs; run++) {
        for (FaultRow row : group) {
          long own = seed(row, run, seed);
          if (!lane.plays(row, run) || results.isKnown(row, run, own)) {
            continue;
          }
          String title = "%s %d of %d: ".formatted(row.name(), run, runs);
          try {
            FaultResult result = stage.play(row, run, own);
            if (brokenOff) {
              return;
            }
            results.add(result);
            progress.say(title + result.summary());
          } catch (LabException broken) {
            Await.sleep(TOLD); // what ends this process may have ended the lab's before
            if (brokenOff) {
              throw broken; // by whoever ends this process: it is no result
            }
            progress.say(title + broken.getMessage());
            results.add(broken(row, run, own));
            stage.broken();
          }
        }
      }
    }
  }

  /** Plays rows of the default settings once each, on one pair. */
  List<FaultResult> once(List<FaultRow> rows, long seed) throws IOException {
    RunDirectory files = RunDirectory.fresh(directory.resolve("runs").resolve("once"));
    List<FaultResult> played = new ArrayList<>();
    try (FaultSession session =
        new FaultSession(
            FaultRow.Settings.DEFAULT,
            setup(),
            results.jdk(),
            load(),
            files.path(),
            files.mountPoint())) {
      for (FaultRow row : rows) {
        FaultResult result = session.run(row, 1, seed(row, 1, seed), results);
        progress.say(row.name() + ": " + result.summary());
        played.add(result);
      }
    }
    return played;
  }

  /** The pair could not be made whole again: for a control that is one way to fail. */
  private FaultResult broken(FaultRow row, int run, long seed) {
    return new FaultResult(
        row.name(),
        run,
        seed,
        results.commit(),
        results.jdk().feature(),
        results.rate(),
        -1,
        0,
        0,
        -1,
        0,
        -1,
        0,
        false,
        "",
        List.of(),
        0,
        row.isControl());
  }

  private Setup setup() {
    return new Setup(
        workshop.alg(javaOptions, "--digest-file " + FaultAudit.DIGESTS),
        PORT,
        workshop.agentJar());
  }

  private Load load() {
    return new Load(
        workshop.callerScenario(),
        workshop.calleeScenario(),
        PORT,
        results.rate(),
        0,
        1,
        SECONDS,
        DRAIN_MILLIS / 1_000,
        RING_MILLIS,
        TALK_MILLIS);
  }

  private static long seed(FaultRow row, int run, long seed) {
    return seed * 1_000_003 + row.name().hashCode() * 1_009L + run;
  }
}
