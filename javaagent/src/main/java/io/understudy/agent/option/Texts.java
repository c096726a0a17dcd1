package io.understudy.agent.option;

/** Case of ASCII names, without a look at the locale. */
final class Texts {
  private Texts() {}

  static String lowerCase(String ascii) {
    char[] chars = ascii.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      if (chars[i] >= 'A' && chars[i] <= 'Z') {
        chars[i] = (char) (chars[i] + ('a' - 'A'));
      }
    }
    return new String(chars);
  }
}
