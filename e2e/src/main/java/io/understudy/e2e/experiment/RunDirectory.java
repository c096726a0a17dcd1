package io.understudy.e2e.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the files of a run are.
 *
 * @param path the directory
 */
public record RunDirectory(Path path) {
  /** An empty directory in the place of an older one. */
  public static RunDirectory fresh(Path path) throws IOException {
    delete(path);
    return new RunDirectory(Files.createDirectories(path));
  }

  /** The journal of a node. */
  public Path journal(String node) {
    return path.resolve(node).resolve(JournalRecords.DIRECTORY);
  }

  /** Where the server nodes see their own directories; made, with those, at the first call. */
  public Path mountPoint() throws IOException {
    for (String node : List.of("alpha", "beta")) {
      Files.createDirectories(path.resolve(node));
    }
    return Files.createDirectories(path.resolve("node"));
  }

  /** Removes the journals, which are large; everything else is small and stays. */
  public void dropJournals() throws IOException {
    for (String node : List.of("alpha", "beta")) {
      delete(journal(node));
    }
  }

  /** Deletes a file or a directory with all that is in it; what is not there is no fault. */
  public static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(path)) {
      for (Path entry : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    }
  }
}
