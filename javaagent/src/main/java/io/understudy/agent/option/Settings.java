package io.understudy.agent.option;

import io.understudy.agent.StartRefused;
import java.util.EnumMap;
import java.util.Map;

/** Values as they were given, each with the source that won. */
final class Settings {
  /**
   * One value.
   *
   * @param text as given
   * @param origin where it stands, for messages: {@code system property understudy.role}
   */
  record Setting(String text, String origin) {}

  private final Map<Option, Setting> given = new EnumMap<>(Option.class);

  /** Adds the values of a weaker source; those that stand already win. */
  void addWeaker(Settings weaker) {
    for (Map.Entry<Option, Setting> each : weaker.given.entrySet()) {
      given.putIfAbsent(each.getKey(), each.getValue());
    }
  }

  /**
   * Takes one value of the source that is being read.
   *
   * @param key option name as the source spells it, without prefix, in lower case
   * @param origin where it stands, for messages
   */
  void put(String key, String text, String origin) throws StartRefused {
    Option option = Option.named(key);
    if (option == null) {
      throw Refusals.unknown(origin, NearestName.of(key));
    }
    if (given.putIfAbsent(option, new Setting(text.strip(), origin)) != null) {
      throw Refusals.twice(origin);
    }
  }

  /** Null if no source gave it. */
  Setting get(Option option) {
    return given.get(option);
  }

  /** The given or the standard value, or null. */
  String text(Option option) {
    Setting setting = given.get(option);
    return setting == null ? option.standard() : setting.text();
  }
}
