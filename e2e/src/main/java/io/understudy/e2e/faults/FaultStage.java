package io.understudy.e2e.faults;

import io.understudy.e2e.experiment.Load;
import io.understudy.e2e.experiment.RunDirectory;
import io.understudy.e2e.experiment.Setup;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The pair that runs are played on, one after the other; another one when it is old, used up or
 * broken. A pair of which something was not as expected leaves its files, others do not.
 */
final class FaultStage implements AutoCloseable {
  /** A new backup runs the whole log: the older a pair, the longer it takes to be whole again. */
  private static final int RUNS_OF_A_PAIR = 15;

  private final Setup setup;
  private final Load load;
  private final FaultResults results;
  private final Path directory;
  private FaultSession session;
  private RunDirectory files;
  private int played;
  private boolean met;

  /**
   * @param directory where each pair has a directory, named after its first run
   */
  FaultStage(Setup setup, Load load, FaultResults results, Path directory) {
    this.setup = setup;
    this.load = load;
    this.results = results;
    this.directory = directory;
  }

  /** Plays one run. */
  FaultResult play(FaultRow row, int run, long seed) throws IOException {
    if (session == null) {
      files = RunDirectory.fresh(directory.resolve(row.name() + "-" + run));
      met = false; // until the first run has ended
      played = 0;
      session =
          new FaultSession(
              row.settings(), setup, results.jdk(), load, files.path(), files.mountPoint());
    }
    FaultResult result = session.run(row, run, seed, results);
    met = (met || played == 0) && result.met();
    played++;
    if (row.settings().smallDisk() || played == RUNS_OF_A_PAIR) {
      close();
    }
    return result;
  }

  /** Nothing is to be found in the files of this pair that the results do not say. */
  @Override
  public void close() throws IOException {
    if (session != null) {
      session.close();
      session = null;
      if (met) {
        RunDirectory.delete(files.path());
      }
    }
  }

  /** The pair is not used again, and leaves its files. */
  void broken() throws IOException {
    met = false;
    close();
  }
}
