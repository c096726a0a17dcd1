package io.understudy.agent.option;

import io.understudy.agent.StartRefused;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Reads the four places where options may stand. */
final class Sources {
  private static final String PROPERTY_PREFIX = "understudy.";
  private static final String VARIABLE_PREFIX = "UNDERSTUDY_";

  private Sources() {}

  /** Agent arguments: {@code option=value,option=value}. */
  static Settings arguments(String text) throws StartRefused {
    Settings settings = new Settings();
    if (text == null || text.isBlank()) {
      return settings;
    }
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals < 1) {
        throw Refusals.malformed("agent argument \"" + part + "\"", "it has no \"=\"");
      }
      String key = part.substring(0, equals).strip();
      settings.put(key, part.substring(equals + 1), "agent argument " + key);
    }
    return settings;
  }

  /** System properties {@code understudy.*}. */
  static Settings properties(Properties properties) throws StartRefused {
    Settings settings = new Settings();
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(PROPERTY_PREFIX)) {
        settings.put(
            name.substring(PROPERTY_PREFIX.length()),
            properties.getProperty(name),
            "system property " + name);
      }
    }
    return settings;
  }

  /**
   * Environment variables {@code UNDERSTUDY_*}.
   *
   * @param environ {@code /proc/self/environ}; {@code System.getenv} would initialise the map that
   *     the application reads later
   */
  static Settings environment(File environ) throws StartRefused {
    Settings settings = new Settings();
    String text;
    try {
      text = read(environ);
    } catch (IOException unreadable) {
      throw Refusals.unreadable("the environment", environ.getPath(), unreadable.getMessage());
    }
    for (String each : text.split("\0", -1)) {
      int equals = each.indexOf('=');
      if (equals > 0 && each.startsWith(VARIABLE_PREFIX)) {
        String name = each.substring(0, equals);
        settings.put(
            Texts.lowerCase(name.substring(VARIABLE_PREFIX.length())),
            each.substring(equals + 1),
            "environment variable " + name);
      }
    }
    return settings;
  }

  /**
   * A file of {@code option=value} lines in UTF-8; blank lines and lines that begin with {@code #}
   * are skipped.
   *
   * @param origin who named the file, for messages
   */
  static Settings file(String path, String origin) throws StartRefused {
    Settings settings = new Settings();
    String text;
    try {
      text = read(new File(path));
    } catch (IOException unreadable) {
      throw Refusals.unreadable(origin, path, unreadable.getMessage());
    }
    int number = 0;
    for (String raw : text.split("\n", -1)) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String origins = path + " line " + number;
      int equals = line.indexOf('=');
      if (equals < 1) {
        throw Refusals.malformed(origins + " (\"" + line + "\")", "it has no \"=\"");
      }
      String key = line.substring(0, equals).strip();
      settings.put(key, line.substring(equals + 1), origins + " (" + key + ")");
    }
    return settings;
  }

  private static String read(File file) throws IOException {
    try (FileInputStream in = new FileInputStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
