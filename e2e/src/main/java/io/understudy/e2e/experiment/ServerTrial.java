package io.understudy.e2e.experiment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** One run of case (iii), with retransmission, with a server that the user brings. */
final class ServerTrial {
  private static final int RAMP_SECONDS = 6;
  private static final int LATER_SECONDS = 3;

  private final Workshop workshop;
  private final ServerCommand server;
  private final Load load;

  ServerTrial(Workshop workshop, ServerCommand server, Load load) {
    this.workshop = workshop;
    this.server = server;
    this.load = load;
  }

  static Load load(Path caller, Path callee, int port, int rate, int calls, int killAfter) {
    int ramp = Math.min(RAMP_SECONDS, killAfter / 2);
    return new Load(
        caller,
        callee,
        port,
        rate,
        calls,
        ramp,
        killAfter,
        LATER_SECONDS,
        Load.RING_MILLIS,
        Load.TALK_MILLIS);
  }

  /** Makes the run, prints and writes the result; true if no call of the cohort was lost. */
  boolean run(Progress progress) throws IOException {
    Setup setup = new Setup(server, load.port(), workshop.agentJar());
    Jdk jdk = workshop.firstJdk();
    Series series = new Series(Availability.ACTIVE, true, jdk.feature());
    progress.say("%d calls/s, SIGKILL after %d s".formatted(load.rate(), load.killAfterSeconds()));
    RunDirectory files = RunDirectory.fresh(workshop.output().resolve("runs").resolve("server"));
    RunResult result = new Run(setup, load, series, jdk, files.path()).measure(1, 1);
    Map<String, Object> values = values(result);
    Path json = workshop.output().resolve("server.json");
    Files.createDirectories(json.getParent());
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(json.toFile(), values);
    values.forEach((name, value) -> System.out.printf("%-20s %s%n", name, value));
    System.out.println("written: " + json + "; files of the run: " + files.path());
    return met(result);
  }

  static boolean met(RunResult result) {
    return !result.isVoid()
        && result.lost() == 0
        && result.divergences() == 0
        && result.gapMillis() >= 0;
  }

  static Map<String, Object> values(RunResult result) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("active_at_kill", result.cohort());
    values.put("lost_total", result.lost() + result.lostLater());
    values.put("lost_new", result.lostLater());
    values.put("lost_setup", result.lostSetup());
    values.put("lost_established", result.lostEstablished());
    values.put("failed_before_kill", result.failedBefore());
    values.put("gap_ms", result.gapMillis());
    values.put("lag_at_kill_ms", result.lagMillis());
    values.put("records", result.records());
    values.put("divergences", result.divergences());
    return values;
  }
}
