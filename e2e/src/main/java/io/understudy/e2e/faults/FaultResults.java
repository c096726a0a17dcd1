package io.understudy.e2e.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.e2e.experiment.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The runs that were played, one a line of a file that lanes may share. */
final class FaultResults {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final String commit;
  private final Jdk jdk;
  private final int rate;
  private final boolean anyCommit;
  private final List<FaultResult> all = new ArrayList<>();

  /**
   * @param commit of the sources that are played
   * @param rate calls a second
   * @param anyCommit whether what others have shown counts
   */
  FaultResults(Path file, String commit, Jdk jdk, int rate, boolean anyCommit) {
    this.file = file;
    this.commit = commit;
    this.jdk = jdk;
    this.rate = rate;
    this.anyCommit = anyCommit;
  }

  String commit() {
    return commit;
  }

  Jdk jdk() {
    return jdk;
  }

  int rate() {
    return rate;
  }

  /** Reads the file anew. */
  void read() throws IOException {
    all.clear();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        all.add(JSON.readValue(line, FaultResult.class));
      }
    }
  }

  void add(FaultResult result) throws IOException {
    all.add(result);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(
        file,
        JSON.writeValueAsString(result) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  boolean isKnown(FaultRow row, int run, long seed) {
    return all.stream()
        .anyMatch(
            each ->
                counts(each)
                    && each.row().equals(row.name())
                    && each.run() == run
                    && each.seed() == seed);
  }

  /** Of these rows, as far as they count. */
  List<FaultResult> of(List<FaultRow> rows) {
    List<String> names = rows.stream().map(FaultRow::name).toList();
    return all.stream().filter(each -> counts(each) && names.contains(each.row())).toList();
  }

  private boolean counts(FaultResult result) {
    return (anyCommit || result.commit().equals(commit))
        && result.jdk() == jdk.feature()
        && result.rate() == rate;
  }
}
