package io.understudy.agent.identity;

import java.util.SortedMap;

/** Locale and encodings, from the system properties that the JVM set at its start. */
final class Locales {
  private static final String[] PROPERTIES = {
    "user.language",
    "user.script",
    "user.country",
    "user.variant",
    "file.encoding",
    "native.encoding",
    "sun.jnu.encoding"
  };

  private Locales() {}

  static void describe(SortedMap<String, String> identity) {
    for (String property : PROPERTIES) {
      String value = System.getProperty(property, "");
      if (!value.isEmpty()) {
        identity.put("locale " + property, value);
      }
    }
  }
}
