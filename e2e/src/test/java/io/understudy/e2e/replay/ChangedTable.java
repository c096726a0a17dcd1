package io.understudy.e2e.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/** The product's table of natives, with rules taken out. */
final class ChangedTable {
  private static final String ENTRY = "inst/io/understudy/weaver/table/natives.tbl";

  private ChangedTable() {}

  /**
   * Writes the shipped table, with lines added in front: the first rule that speaks of a native
   * wins, so {@code L CLASS METHOD} lets it through to the real one.
   *
   * @param without lines with one of these words are left out
   */
  static Path write(Path file, List<String> inFront, List<String> without) {
    List<String> lines = shipped();
    for (String word : without) {
      if (!lines.removeIf(l -> !l.startsWith("#") && l.contains(word))) {
        throw new IllegalStateException("the table has no line with " + word + " any more");
      }
    }
    lines.addAll(0, inFront);
    try {
      return Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> shipped() {
    try (ZipFile jar = new ZipFile(AgentJvm.jar().toFile())) {
      byte[] bytes = jar.getInputStream(jar.getEntry(ENTRY)).readAllBytes();
      return new java.util.ArrayList<>(new String(bytes, StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
