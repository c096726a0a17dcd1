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
record RunDirectory(Path path) {
  /** An empty directory in the place of an older one. */
  static RunDirectory fresh(Path path) throws IOException {
    delete(path);
    return new RunDirectory(Files.createDirectories(path));
  }

  /** Removes the journals, which are large; everything else is small and stays. */
  void dropJournals() throws IOException {
    for (String node : List.of("alpha", "beta")) {
      delete(path.resolve(node).resolve(JournalRecords.DIRECTORY));
    }
  }

  private static void delete(Path path) throws IOException {
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
