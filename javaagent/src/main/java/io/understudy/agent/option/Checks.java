package io.understudy.agent.option;

import io.understudy.agent.StartRefused;
import java.util.Arrays;
import java.util.List;

/** Turns given values into options, or refuses them. */
final class Checks {
  private Checks() {}

  static AgentOptions check(Settings settings) throws StartRefused {
    Role role = role(settings);
    if (role == Role.OFF) {
      return new AgentOptions(
          role,
          null,
          null,
          1,
          null,
          null,
          Commit.NONE,
          false,
          "",
          "",
          1,
          List.of(),
          List.of(),
          List.of(),
          null,
          null,
          false,
          Long.MAX_VALUE);
    }
    for (Option option : Option.values()) {
      if (settings.get(option) != null && !option.appliesTo(role)) {
        throw Refusals.senseless(settings.get(option), role);
      }
    }
    required(settings, role);
    AgentOptions options =
        new AgentOptions(
            role,
            endpoint(settings, Option.LISTEN),
            endpoint(settings, Option.PEER),
            number(settings, Option.WAIT, 86_400),
            word(settings, Option.JOURNAL),
            word(settings, Option.NETCTL),
            commit(settings),
            flag(settings, Option.INSECURE),
            word(settings, Option.NAME),
            word(settings, Option.CLUSTER),
            number(settings, Option.BATCH, 1024),
            list(settings, Option.INPUT),
            list(settings, Option.OUTPUT),
            list(settings, Option.LIBRARIES),
            word(settings, Option.TABLE),
            word(settings, Option.CACHE),
            flag(settings, Option.SITES),
            position(settings, Option.UNTIL));
    cleartext(options, Option.LISTEN, options.listen());
    cleartext(options, Option.PEER, options.peer());
    return options;
  }

  private static Role role(Settings settings) throws StartRefused {
    String text = settings.text(Option.ROLE);
    if (text == null) {
      throw Refusals.missing(Option.ROLE, "the agent does not know what this JVM is to do");
    }
    for (Role role : Role.values()) {
      if (role.text().equals(text)) {
        return role;
      }
    }
    throw Refusals.badValue(Option.ROLE, settings.get(Option.ROLE));
  }

  private static void required(Settings settings, Role role) throws StartRefused {
    if (role == Role.PRIMARY && settings.get(Option.LISTEN) == null) {
      throw Refusals.missing(Option.LISTEN, "no backup could ever join this primary");
    }
    if (role == Role.BACKUP && settings.get(Option.PEER) == null) {
      throw Refusals.missing(Option.PEER, "a backup follows the log of a primary");
    }
    if (role == Role.AUTO) {
      for (Option needed : List.of(Option.LISTEN, Option.PEER, Option.NETCTL)) {
        if (settings.get(needed) == null) {
          throw Refusals.missing(
              needed, "this server may become primary or backup, as netctl says");
        }
      }
    }
    if (settings.get(Option.JOURNAL) == null) {
      throw Refusals.missing(
          Option.JOURNAL,
          role == Role.REPLAY
              ? "a replay reads the log from there"
              : "the log is kept there from the program's start");
    }
  }

  private static Endpoint endpoint(Settings settings, Option option) throws StartRefused {
    Settings.Setting given = settings.get(option);
    if (given == null) {
      return null;
    }
    Endpoint endpoint = Endpoint.parse(given.text());
    if (endpoint == null) {
      throw Refusals.badValue(option, given);
    }
    return endpoint;
  }

  private static String word(Settings settings, Option option) throws StartRefused {
    String text = settings.text(option);
    if (text != null && text.isEmpty()) {
      throw Refusals.badValue(option, settings.get(option));
    }
    return text;
  }

  private static List<String> list(Settings settings, Option option) throws StartRefused {
    String text = word(settings, option);
    if (text == null) {
      return List.of();
    }
    List<String> parts = Arrays.asList(text.split(":", -1));
    if (parts.contains("")) {
      throw Refusals.badValue(option, settings.get(option));
    }
    return parts;
  }

  private static Commit commit(Settings settings) throws StartRefused {
    String text = settings.text(Option.COMMIT);
    for (Commit commit : Commit.values()) {
      if (commit.text().equals(text)) {
        return commit;
      }
    }
    throw Refusals.badValue(Option.COMMIT, settings.get(Option.COMMIT));
  }

  private static boolean flag(Settings settings, Option option) throws StartRefused {
    // a bare "insecure" in the agent arguments would be ambiguous with a forgotten value
    String text = settings.text(option);
    if (!text.equals("true") && !text.equals("false")) {
      throw Refusals.badValue(option, settings.get(option));
    }
    return text.equals("true");
  }

  private static long position(Settings settings, Option option) throws StartRefused {
    Settings.Setting given = settings.get(option);
    if (given == null) {
      return Long.MAX_VALUE;
    }
    long position = Numbers.position(given.text());
    if (position < 0) {
      throw Refusals.badValue(option, given);
    }
    return position;
  }

  private static int number(Settings settings, Option option, int most) throws StartRefused {
    int number = Numbers.parse(settings.text(option), 1, most);
    if (number < 0) {
      throw Refusals.badValue(option, settings.get(option));
    }
    return number;
  }

  private static void cleartext(AgentOptions options, Option option, Endpoint endpoint)
      throws StartRefused {
    if (endpoint != null && !endpoint.isLoopback() && !options.insecure()) {
      throw Refusals.insecure(option, endpoint);
    }
  }
}
