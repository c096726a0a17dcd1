package io.understudy.agent.option;

/** The option that a mistyped key probably meant. */
final class NearestName {
  private NearestName() {}

  /** Option with the least edit distance (Levenshtein 1965); the first of equals. */
  static Option of(String key) {
    Option best = Option.ROLE;
    int least = Integer.MAX_VALUE;
    for (Option option : Option.values()) {
      int distance = distance(Texts.lowerCase(key), option.key());
      if (distance < least) {
        least = distance;
        best = option;
      }
    }
    return best;
  }

  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[to.length()];
  }
}
