package io.understudy.e2e.experiment;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What a demo has measured so far, so that a broken-off one goes on where it stopped. It belongs to
 * one build and one plan: results of another are not mixed in.
 */
public final class StateFile {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  /**
   * The content of the file.
   *
   * @param fingerprint identifies build, machine and plan
   * @param knee highest rate without a failed call; 0 as long as it is not known
   * @param results all runs, void ones too
   */
  public record State(String fingerprint, int knee, List<RunResult> results) {}

  private final Path file;
  private final List<RunResult> results;
  private final String fingerprint;
  private int knee;

  private StateFile(Path file, State state) {
    this.file = file;
    this.fingerprint = state.fingerprint();
    this.knee = state.knee();
    this.results = new ArrayList<>(state.results());
  }

  /** Opens the file; a missing, torn or foreign one counts as empty. */
  public static StateFile open(Path file, String fingerprint) {
    State empty = new State(fingerprint, 0, List.of());
    if (!Files.exists(file)) {
      return new StateFile(file, empty);
    }
    try {
      State state = JSON.readValue(file.toFile(), State.class);
      return new StateFile(file, fingerprint.equals(state.fingerprint()) ? state : empty);
    } catch (IOException e) {
      return new StateFile(file, empty);
    }
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
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    JSON.writeValue(fresh.toFile(), new State(fingerprint, knee, results));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
