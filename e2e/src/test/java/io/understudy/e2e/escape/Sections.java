package io.understudy.e2e.escape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a batch printed, by program. */
final class Sections {
  private static final String HEAD = "== ";

  private final Map<String, StringBuilder> byProgram = new LinkedHashMap<>();

  Sections(String output) {
    StringBuilder section = new StringBuilder();
    byProgram.put("", section);
    for (String line : output.lines().toList()) {
      if (line.startsWith(HEAD)) {
        section = new StringBuilder();
        byProgram.put(line.substring(HEAD.length()), section);
      } else {
        section.append(line).append('\n');
      }
    }
  }

  /** The lines of a program; null if it has not begun. */
  String of(String program) {
    StringBuilder section = byProgram.get(program);
    return section == null ? null : section.toString();
  }

  /** What of these programs the other one printed otherwise, a line for each. */
  String differences(List<String> programs, Sections other) {
    StringBuilder text = new StringBuilder();
    for (String program : programs) {
      if (of(program) == null) {
        text.append(program).append(" was not reached\n");
      } else if (other.of(program) == null) {
        text.append(program).append(" was not reached in the replay\n");
      } else if (!of(program).equals(other.of(program))) {
        text.append(program).append(firstDifference(of(program), other.of(program)));
      }
    }
    return text.toString();
  }

  private static String firstDifference(String recorded, String replayed) {
    List<String> first = recorded.lines().toList();
    List<String> second = replayed.lines().toList();
    int at = 0;
    while (at < first.size() && at < second.size() && first.get(at).equals(second.get(at))) {
      at++;
    }
    return " line %d\n  recorded: %s\n  replayed: %s\n"
        .formatted(at + 1, line(first, at), line(second, at));
  }

  private static String line(List<String> lines, int at) {
    return at < lines.size() ? lines.get(at) : "(none)";
  }
}
