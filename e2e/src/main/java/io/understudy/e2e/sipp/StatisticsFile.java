package io.understudy.e2e.sipp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * SIPp's statistics ({@code -trace_stat}): rows of values parted by {@code ;}, found by the name of
 * their column, since the number and order of columns change with scenario and version.
 */
public final class StatisticsFile {
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<List<String>> rows = new ArrayList<>();

  private StatisticsFile(List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    List<String> names = cells(lines.get(0));
    for (int i = 0; i < names.size(); i++) {
      columns.putIfAbsent(names.get(i), i);
    }
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      if (cells.size() >= names.size() - 1) { // the last row of a killed SIPp may be torn
        rows.add(cells);
      }
    }
  }

  /** Reads a file as it stands now, be SIPp still writing or not; empty if there is none. */
  public static StatisticsFile read(Path file) throws IOException {
    return new StatisticsFile(
        Files.exists(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of());
  }

  static StatisticsFile of(List<String> lines) {
    return new StatisticsFile(lines);
  }

  /**
   * The newest value of a counter; 0 while no row has been written.
   *
   * @throws IllegalArgumentException if there are rows but no such column
   */
  public long last(String column) {
    if (rows.isEmpty()) {
      return 0;
    }
    Integer index = columns.get(column);
    if (index == null) {
      throw new IllegalArgumentException(
          "SIPp's statistics have no column "
              + column
              + "; the run cannot be judged; use SIPp 3.6 or newer");
    }
    return Long.parseLong(rows.get(rows.size() - 1).get(index).strip());
  }

  private static List<String> cells(String line) {
    return Arrays.asList(line.split(";", -1));
  }
}
