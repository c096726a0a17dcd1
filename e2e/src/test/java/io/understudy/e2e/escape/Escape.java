package io.understudy.e2e.escape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A source of non-determinism: a program that prints what it sees of it.
 *
 * @param name its class
 * @param expected how its replay compares with its recording
 * @param anchor of the entry in docs/KNOWN_GAPS.md; empty if there is no gap
 */
record Escape(String name, Expected expected, String anchor) {
  static final Path SOURCES = Path.of("src", "escapes");

  private static final Path GAPS = Path.of("..", "docs", "KNOWN_GAPS.md");

  /** What comes of recording it here and replaying it elsewhere. */
  enum Expected {
    /** Each line is the same. */
    SAME,
    /** Lines differ, which is a known gap. */
    DIFFERS,
    /** Lines may differ, which is a known gap; they need not, so no run can show it. */
    MAY,
    /** The log ends there with an alarm. */
    NOTICED
  }

  /** All of the index, in its order. */
  static List<Escape> index() {
    try {
      return Files.readAllLines(SOURCES.resolve("INDEX")).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Escape::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Escape parse(String line) {
    String[] columns = line.split("\t", -1);
    String[] expected = columns[1].split(":", -1);
    return new Escape(
        columns[0],
        Expected.valueOf(expected[0].toUpperCase(Locale.ROOT)),
        expected.length > 1 ? expected[1] : "");
  }

  /** The entry of its gap; empty if there is none. */
  String documented() {
    try (var lines = Files.lines(GAPS)) {
      String mark = "<a id=\"" + anchor + "\"></a>";
      return lines.filter(line -> line.contains(mark)).findFirst().orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
