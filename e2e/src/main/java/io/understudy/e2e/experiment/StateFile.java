package io.understudy.e2e.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a demo has measured so far. */
public final class StateFile {
  /**
   * The content of the file.
   *
   * @param fingerprint identifies build, machine and plan
   * @param knee highest rate without a failed call; 0 as long as it is not known
   * @param results all runs, void ones too
   */
  public record State(String fingerprint, int knee, List<RunResult> results) {}

  private final KeptFile<State> file;
  private final List<RunResult> results;
  private final String fingerprint;
  private int knee;

  private StateFile(KeptFile<State> file, State state) {
    this.file = file;
    this.fingerprint = state.fingerprint();
    this.knee = state.knee();
    this.results = new ArrayList<>(state.results());
  }

  /** Opens the file; a missing, torn or foreign one counts as empty. */
  public static StateFile open(Path file, String fingerprint) {
    KeptFile<State> kept = new KeptFile<>(file, State.class, State::fingerprint);
    State empty = new State(fingerprint, 0, List.of());
    return new StateFile(kept, kept.of(fingerprint).orElse(empty));
  }

  /** All runs so far, in the order they were made. */
  public List<RunResult> results() {
    return List.copyOf(results);
  }

  /** The rate found by the knee search; 0 if it was not made yet. */
  public int knee() {
    return knee;
  }

  /** Keeps the knee. */
  public void knee(int rate) throws IOException {
    knee = rate;
    write();
  }

  /** Keeps a run. */
  public void add(RunResult result) throws IOException {
    results.add(result);
    write();
  }

  private void write() throws IOException {
    file.write(new State(fingerprint, knee, results));
  }
}
