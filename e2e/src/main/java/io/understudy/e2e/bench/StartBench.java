package io.understudy.e2e.bench;

import io.understudy.e2e.experiment.Jdk;
import io.understudy.e2e.experiment.Progress;
import io.understudy.e2e.experiment.RunDirectory;
import io.understudy.e2e.experiment.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the start costs: processor time of a program that does nothing, with and without agent. */
record StartBench(Workshop workshop, Jdk jdk, Progress progress) {
  private static final String NOTHING = "bench.start.Nothing";

  /** Makes that many pairs, in turns, and prints a table. */
  void run(int pairs) throws IOException {
    Path directory = Files.createTempDirectory("understudy-start");
    List<Double> bare = new ArrayList<>();
    List<Double> recorded = new ArrayList<>();
    List<Double> added = new ArrayList<>();
    try {
      for (int i = 0; i < pairs; i++) {
        progress.say("start %d of %d".formatted(i + 1, pairs));
        String journal = "journal-" + i;
        String agent = "-javaagent:%s=role=record,journal=%s";
        double with = start(directory, agent.formatted(workshop.agentJar(), journal));
        double without = start(directory, "-Dno.agent");
        bare.add(without);
        recorded.add(with);
        added.add(with - without);
      }
    } finally {
      RunDirectory.delete(directory);
    }
    Median more = Median.of(added);
    System.out.println("| JDK | bare, s | recorded, s | pairs | added, median s | interval |");
    System.out.println("|---|---|---|---|---|---|");
    System.out.printf(
        Locale.ROOT,
        "| %d | %.3f | %.3f | %d | %.3f | %.3f … %.3f |%n",
        jdk.feature(),
        Median.of(bare).value(),
        Median.of(recorded).value(),
        pairs,
        more.value(),
        more.low(),
        more.high());
  }

  private double start(Path directory, String flag) throws IOException {
    String jar = workshop.benchmarksJar().toString();
    return Shell.run(directory, jdk.java(), flag, "-cp", jar, NOTHING).cpuSeconds();
  }
}
