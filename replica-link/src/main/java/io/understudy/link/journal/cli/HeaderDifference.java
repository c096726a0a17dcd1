package io.understudy.link.journal.cli;

import io.understudy.link.journal.JournalHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** In what two logs differ before their first record. */
final class HeaderDifference {
  private HeaderDifference() {}

  /** One line each; none if the headers say the same. */
  static List<String> of(JournalHeader a, JournalHeader b) {
    List<String> lines = new ArrayList<>();
    add(lines, "cluster", a.cluster(), b.cluster());
    add(lines, "epoch of the first record", a.epoch(), b.epoch());
    if (!a.seeds().equals(b.seeds())) {
      lines.add("seeds: they differ, so these are logs of two runs");
    }
    TreeSet<String> names = new TreeSet<>(a.identity().keySet());
    names.addAll(b.identity().keySet());
    for (String name : names) {
      add(lines, name, a.identity().get(name), b.identity().get(name));
    }
    return lines;
  }

  private static void add(List<String> lines, String name, Object a, Object b) {
    if (!Objects.equals(a, b)) {
      lines.add(name + ": A " + a + ", B " + b);
    }
  }
}
