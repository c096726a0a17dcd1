package io.understudy.e2e.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Makes runs in the lab, each in a directory of its own.
 *
 * @param setup what all servers have in common
 * @param jdks the servers' JDKs by feature release
 * @param directory where the directories of the runs are made
 */
record LabMeasurement(Setup setup, Map<Integer, Jdk> jdks, Path directory) implements Measurement {
  @Override
  public RunResult measure(Series series, Load load, int repetition, int attempt)
      throws IOException {
    String name = "%s-%dcps-%d.%d".formatted(series.id(), load.rate(), repetition, attempt);
    RunDirectory files = RunDirectory.fresh(directory.resolve(name));
    Jdk jdk = jdks.get(series.jdk());
    RunResult result = new Run(setup, load, series, jdk, files.path()).measure(repetition, attempt);
    files.dropJournals();
    return result;
  }
}
