package io.understudy.e2e.replay;

import java.util.stream.IntStream;

/**
 * The seeds that the system property {@code understudy.seeds} names, such as {@code 7} or {@code
 * 1-500}.
 */
final class Seeds {
  private static final String PROPERTY = "understudy.seeds";

  private Seeds() {}

  /**
   * The seeds to run.
   *
   * @param standard what holds without the property
   */
  static IntStream orElse(String standard) {
    return parse(System.getProperty(PROPERTY, standard));
  }

  static IntStream parse(String text) {
    if (!text.matches("[1-9]\\d{0,8}(-[1-9]\\d{0,8})?")) {
      throw new IllegalArgumentException(
          PROPERTY
              + "="
              + text
              + " names no seeds; write a number, or the first and the last: 1-9");
    }
    int dash = text.indexOf('-');
    int first = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
    int last = dash < 0 ? first : Integer.parseInt(text.substring(dash + 1));
    if (last < first) {
      throw new IllegalArgumentException(PROPERTY + "=" + text + " names no seeds");
    }
    return IntStream.rangeClosed(first, last);
  }
}
