package io.understudy.agent.option;

/** Decimal numbers in options. */
final class Numbers {
  private Numbers() {}

  /**
   * The number, or -1 if the text is not a number from {@code least} (not negative) to {@code
   * most}.
   */
  static int parse(String text, int least, int most) {
    if (text.isEmpty() || text.length() > 9) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      number = number * 10 + (digit - '0');
    }
    return number < least || number > most ? -1 : number;
  }

  /** A log position, or -1. */
  static long position(String text) {
    if (text.isEmpty() || text.length() > 18) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
