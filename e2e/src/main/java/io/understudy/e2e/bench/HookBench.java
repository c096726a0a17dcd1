package io.understudy.e2e.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.e2e.experiment.Jdk;
import io.understudy.e2e.experiment.Progress;
import io.understudy.e2e.experiment.RunDirectory;
import io.understudy.e2e.experiment.Workshop;
import io.understudy.e2e.lab.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each hook costs: the JMH benchmarks of module {@code benchmarks}, each in a JVM without and
 * one with an agent that records, in turns.
 */
record HookBench(Workshop workshop, Jdk jdk, Progress progress) {
  private static final double NANOS_PER_MICRO = 1e3;

  /** Nanoseconds per operation of one benchmark, the n-th of both made one after the other. */
  private record Pairs(List<Double> bare, List<Double> recorded) {
    Pairs() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    List<Double> ratios() {
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < bare.size(); i++) {
        ratios.add(recorded.get(i) / bare.get(i));
      }
      return ratios;
    }
  }

  /** Makes that many pairs of each and prints a table. */
  void run(int pairs) throws IOException {
    Path directory = Files.createTempDirectory("understudy-hooks");
    Map<String, Pairs> all = new TreeMap<>();
    try {
      // of the lab's own namespace: JMH talks to the JVM that it measures
      Shell.run(directory, "ip", "link", "set", "lo", "up");
      for (int i = 0; i < pairs; i++) {
        progress.say("round %d of %d of the hooks".formatted(i + 1, pairs));
        for (String benchmark : benchmarks(directory)) {
          Pairs of = all.computeIfAbsent(benchmark, name -> new Pairs());
          boolean bareFirst = i % 2 == 0;
          for (boolean bare : new boolean[] {bareFirst, !bareFirst}) {
            (bare ? of.bare : of.recorded).add(nanos(directory, benchmark, bare));
          }
        }
      }
    } finally {
      RunDirectory.delete(directory);
    }
    System.out.print(table(all));
  }

  private String table(Map<String, Pairs> all) {
    StringBuilder text =
        new StringBuilder(
            """
            | benchmark | JDK | bare, ns | recorded, ns | pairs | median ratio | interval |
            |---|---|---|---|---|---|---|
            """);
    all.forEach(
        (name, pairs) -> {
          Median ratio = Median.of(pairs.ratios());
          text.append(
              String.format(
                  Locale.ROOT,
                  "| %s | %d | %.1f | %.1f | %d | %.2f | %.2f … %.2f |%n",
                  name.replaceFirst("bench\\.hook\\.", ""),
                  jdk.feature(),
                  Median.of(pairs.bare).value(),
                  Median.of(pairs.recorded).value(),
                  pairs.bare.size(),
                  ratio.value(),
                  ratio.low(),
                  ratio.high()));
        });
    return text.toString();
  }

  private List<String> benchmarks(Path directory) throws IOException {
    return Shell.run(directory, jdk.java(), "-jar", "" + workshop.benchmarksJar(), "-l")
        .out()
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("bench."))
        .toList();
  }

  private double nanos(Path directory, String benchmark, boolean bare) throws IOException {
    Path result = directory.resolve("result.json");
    Path journal = directory.resolve("journal");
    Files.deleteIfExists(result);
    List<String> command =
        new ArrayList<>(List.of(jdk.java(), "-jar", "" + workshop.benchmarksJar()));
    command.addAll(List.of("^" + benchmark.replace(".", "\\.") + "$", "-foe", "true"));
    command.addAll(List.of("-rf", "json", "-rff", result.toString()));
    if (!bare) {
      String agent = "-javaagent:%s=role=record,journal=%s".formatted(workshop.agentJar(), journal);
      command.addAll(List.of("-jvmArgsAppend", agent));
    }
    Shell.Ended ended = Shell.run(directory, command.toArray(String[]::new));
    if (!Files.exists(result)) {
      throw new LabException("the benchmark " + benchmark + " gave no result: " + ended.out());
    }
    RunDirectory.delete(journal);
    JsonNode run = new ObjectMapper().readTree(result.toFile()).get(0);
    double micros = run.get("primaryMetric").get("score").asDouble();
    return NANOS_PER_MICRO * micros / run.get("measurementBatchSize").asDouble();
  }
}
