package io.understudy.agent.identity;

import java.util.ArrayList;
import java.util.List;

/**
 * The {@code java} command line, taken apart (java(1)).
 *
 * @param flags options of the JVM, without those of the class and module path
 * @param modulePath module path, or empty
 * @param main main class, {@code module/class}, or {@code -jar}: the jar's content stands in the
 *     class path
 * @param arguments the program's own
 */
record CommandLine(List<String> flags, String modulePath, String main, List<String> arguments) {
  /** Options whose value is the next word. */
  private static final List<String> WITH_VALUE =
      List.of(
          "--add-modules",
          "--add-exports",
          "--add-opens",
          "--add-reads",
          "--limit-modules",
          "--patch-module",
          "--upgrade-module-path",
          "--enable-native-access",
          "--source");

  private static final List<String> CLASS_PATH = List.of("-cp", "-classpath", "--class-path");
  private static final List<String> MODULE_PATH = List.of("-p", "--module-path");
  private static final List<String> MODULE = List.of("-m", "--module");

  /**
   * Takes a command line apart.
   *
   * @param words {@code /proc/self/cmdline}; the first is the launcher
   */
  static CommandLine of(List<String> words) {
    List<String> flags = new ArrayList<>();
    String modulePath = "";
    int i = 1;
    for (; i < words.size() && isOption(words.get(i)); i++) {
      String word = words.get(i);
      boolean hasNext = i + 1 < words.size();
      if (word.equals("-jar") && hasNext) {
        return new CommandLine(flags, modulePath, "-jar", rest(words, i + 2));
      } else if (MODULE.contains(word) && hasNext) {
        return new CommandLine(flags, modulePath, words.get(i + 1), rest(words, i + 2));
      } else if (CLASS_PATH.contains(word)) {
        i++;
      } else if (MODULE_PATH.contains(word) && hasNext) {
        modulePath = words.get(++i);
      } else if (word.startsWith("--module-path=")) {
        modulePath = word.substring(word.indexOf('=') + 1);
      } else if (WITH_VALUE.contains(word) && hasNext) {
        flags.add(word + "=" + words.get(++i));
      } else if (!word.startsWith("--class-path=")) {
        flags.add(word);
      }
    }
    String main = i < words.size() ? words.get(i) : "";
    return new CommandLine(flags, modulePath, main, rest(words, i + 1));
  }

  private static boolean isOption(String word) {
    return word.startsWith("-") || word.startsWith("@");
  }

  private static List<String> rest(List<String> words, int from) {
    return words.subList(Math.min(from, words.size()), words.size());
  }
}
