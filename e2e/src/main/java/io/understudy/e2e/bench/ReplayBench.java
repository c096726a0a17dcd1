package io.understudy.e2e.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.e2e.experiment.Await;
import io.understudy.e2e.experiment.Callees;
import io.understudy.e2e.experiment.Jdk;
import io.understudy.e2e.experiment.JournalRecords;
import io.understudy.e2e.experiment.Load;
import io.understudy.e2e.experiment.Progress;
import io.understudy.e2e.experiment.RunDirectory;
import io.understudy.e2e.experiment.Setup;
import io.understudy.e2e.experiment.Workshop;
import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.Host;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.lab.LabException;
import io.understudy.e2e.lab.LabProcess;
import io.understudy.e2e.sipp.Endpoint;
import io.understudy.e2e.sipp.Ramp;
import io.understudy.e2e.sipp.SippCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The log of realistic calls: its size, and what its replay costs by what the same calls cost a
 * live server. Each round starts a bare server, one that records, and the replay of its journal,
 * all from their start to their end.
 */
final class ReplayBench {
  private static final int PORT = 5070;
  private static final int CALLER_PORT = 5060;
  private static final int RING_MILLIS = 200;
  private static final int TALK_MILLIS = 500;
  private static final int RAMP_SECONDS = 5;
  private static final int MARGIN_SECONDS = 30;
  private static final Duration TAIL = Duration.ofSeconds(1);
  private static final Duration REPLAY_LIMIT = Duration.ofMinutes(5);
  private static final Duration SAMPLE = Duration.ofMillis(20);

  private final Workshop workshop;
  private final BenchServer server;
  private final Jdk jdk;
  private final Progress progress;

  ReplayBench(Workshop workshop, BenchServer server, Jdk jdk, Progress progress) {
    this.workshop = workshop;
    this.server = server;
    this.jdk = jdk;
    this.progress = progress;
  }

  /** Makes the rounds and prints a table. */
  void run(int rate, int seconds, int rounds) throws IOException {
    List<ReplayCost> costs = new ArrayList<>();
    for (int i = 1; i <= rounds; i++) {
      ReplayCost cost = round(i, rate, rate * seconds);
      progress.say("round %d of %d: %s".formatted(i, rounds, cost));
      costs.add(cost);
    }
    System.out.print(ReplayCost.table(server.title(), jdk.feature(), costs));
  }

  private ReplayCost round(int number, int rate, int calls) throws IOException {
    Path directory = workshop.output().resolve("runs").resolve("bench-replay-" + number);
    RunDirectory files = RunDirectory.fresh(directory);
    Setup setup = new Setup(server.command(workshop), Load.PORT, workshop.agentJar());
    int bound = calls / rate + RAMP_SECONDS + MARGIN_SECONDS;
    Load load = Load.withoutKill(workshop, rate, calls, 3 * bound, RING_MILLIS, TALK_MILLIS);
    try (Lab lab = new Lab(files.path(), files.mountPoint())) {
      Callees.start(lab, load, true);
      double bare = live(lab, setup, "bare", "", rate, calls);
      String flag = "-javaagent:%s=role=%s,journal=journal";
      double recorded =
          live(lab, setup, "record", flag.formatted(workshop.agentJar(), "record"), rate, calls);
      double replayed =
          replay(
              setup.besideUnawaited(
                  lab, "replay", jdk, flag.formatted(workshop.agentJar(), "replay"), PORT));
      JsonNode stats = JournalRecords.stats(files.journal("alpha"), jdk, workshop.agentJar());
      return new ReplayCost(
          calls,
          bare,
          recorded,
          replayed,
          stats.get("log_bytes").asLong(),
          stats.get("file_bytes").asLong());
    } finally {
      files.dropJournals();
    }
  }

  private double live(Lab lab, Setup setup, String label, String flag, int rate, int calls)
      throws IOException {
    LabProcess process = setup.startBeside(lab, label, jdk, flag, PORT);
    Host host = lab.host("caller");
    int seconds = calls / rate + RAMP_SECONDS + MARGIN_SECONDS;
    Path scenario = workshop.callerScenario().resolveSibling("uac-realistic.xml");
    SippCommand sipp =
        new SippCommand(scenario, Addresses.CALLER, CALLER_PORT, TALK_MILLIS, seconds);
    String target = Addresses.ALPHA + ":" + PORT;
    String name = "calls-" + label;
    List<String> words =
        new ArrayList<>(sipp.caller(name, target, Ramp.slow(rate, RAMP_SECONDS), calls));
    Path directory = Files.createDirectories(host.directory());
    Path values = RealisticCalls.write(directory.resolve("values.csv"), calls, 1);
    words.addAll(words.size() - 1, List.of("-inf", values.toString()));
    LabProcess caller = lab.start(host, name, words, Map.of());
    caller.awaitEnd(Duration.ofSeconds(seconds));
    Await.sleep(TAIL);
    double cost = CpuTime.seconds(process);
    process.kill();
    caller.kill();
    long good = new Endpoint(caller, host, name).statistics().last("SuccessfulCall(C)");
    if (good != calls) {
      throw new LabException(
          "%d of %d calls failed at the %s server: no comparison; choose a lower rate"
              .formatted(calls - good, calls, label));
    }
    return cost;
  }

  /** Processor time of a replay until its end, at most one sample short. */
  private static double replay(LabProcess replay) {
    double cost = 0;
    long limit = System.nanoTime() + REPLAY_LIMIT.toNanos();
    while (replay.isAlive() && System.nanoTime() - limit < 0) {
      try {
        cost = CpuTime.seconds(replay);
      } catch (LabException e) {
        break; // it ended just now
      }
      replay.awaitEnd(SAMPLE);
    }
    String end = replay.tail();
    replay.kill();
    if (!end.contains(" 0 divergences")) {
      throw new LabException("the replay did not go well: " + end);
    }
    return cost;
  }
}
