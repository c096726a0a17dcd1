package io.understudy.agent.role;

import io.understudy.agent.ExitCode;
import io.understudy.agent.StartRefused;
import io.understudy.agent.status.Console;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** State is a function of the same program and the same log; so the program must be the same. */
final class Difference {
  /** A debugger or another machine may change these in an offline replay; state seldom follows. */
  private static final Set<String> TOLERATED = Set.of("flags", "cpu", "processors", "ipv6");

  private Difference() {}

  /**
   * Compares what a journal was recorded with and what is to replay it.
   *
   * @throws StartRefused naming each difference
   */
  static void refuse(
      SortedMap<String, String> recorded, SortedMap<String, String> here, Path journal)
      throws StartRefused {
    StringBuilder grave = new StringBuilder();
    TreeSet<String> names = new TreeSet<>(recorded.keySet());
    names.addAll(here.keySet());
    for (String name : names) {
      String then = recorded.get(name);
      String now = here.get(name);
      if (Objects.equals(then, now)) {
        continue;
      }
      String line = name + " differs: recorded " + then + ", here " + now;
      if (TOLERATED.contains(name)) {
        Console.line(line);
      } else {
        grave.append("\n  ").append(line);
      }
    }
    if (grave.length() > 0) {
      throw new StartRefused(
          ExitCode.DIFFERENT,
          "this program is not the one recorded in "
              + journal
              + ":"
              + grave
              + "\nIts replay would diverge. Start the same program with the same JDK.");
    }
  }
}
