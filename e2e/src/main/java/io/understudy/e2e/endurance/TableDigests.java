package io.understudy.e2e.endurance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares the digest files of the server on both nodes: a line for each second of the server's
 * time, with the number of entries and a SHA-256 of the server's tables of dialogs and
 * transactions.
 *
 * @param compared lines that both have
 * @param missing lines that only one has: ticks that one node had made when it was killed
 * @param entries largest number of entries in a line
 * @param difference the first two lines that differ; empty if all are equal
 */
public record TableDigests(int compared, int missing, int entries, String difference) {
  private static final Pattern ENTRIES = Pattern.compile("entries=(\\d+)");

  /** Compares two files. */
  public static TableDigests of(Path primary, Path backup) throws IOException {
    return of(lines(primary), lines(backup));
  }

  static TableDigests of(List<String> primary, List<String> backup) {
    int common = Math.min(primary.size(), backup.size());
    int entries = 0;
    String difference = "";
    for (int i = 0; i < common; i++) {
      entries = Math.max(entries, entries(primary.get(i)));
      if (difference.isEmpty() && !primary.get(i).equals(backup.get(i))) {
        difference = "primary: " + primary.get(i) + "; backup: " + backup.get(i);
      }
    }
    return new TableDigests(common, Math.abs(primary.size() - backup.size()), entries, difference);
  }

  private static List<String> lines(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.US_ASCII);
    // a line that was being written when its writer was killed has no end
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  private static int entries(String line) {
    Matcher matcher = ENTRIES.matcher(line);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
