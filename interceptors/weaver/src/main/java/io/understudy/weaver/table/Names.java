package io.understudy.weaver.table;

import java.util.List;

/** Internal class names of the table, of which one may end in '*'. */
final class Names {
  private Names() {}

  static boolean match(List<String> patterns, String name) {
    for (String p : patterns) {
      if (matches(p, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String pattern, String name) {
    int last = pattern.length() - 1;
    return pattern.charAt(last) == '*'
        ? name.startsWith(pattern.substring(0, last))
        : pattern.equals(name);
  }
}
