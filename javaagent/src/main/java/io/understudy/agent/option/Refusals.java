package io.understudy.agent.option;

import io.understudy.agent.ExitCode;
import io.understudy.agent.StartRefused;

/** Messages about wrong options: what happened; why it matters; what to do. */
final class Refusals {
  private Refusals() {}

  static StartRefused unknown(String origin, Option nearest) {
    return usage(
        origin
            + " is not an option; the server would run with other settings than you meant."
            + " Did you mean "
            + nearest.key()
            + "="
            + nearest.form()
            + "? java -jar understudy.jar --help lists all options");
  }

  static StartRefused twice(String origin) {
    return usage(origin + " is given twice; which value counts would be a guess. Remove one");
  }

  static StartRefused malformed(String origin, String why) {
    return usage(origin + " is not understood: " + why + ". Write option=value");
  }

  static StartRefused badValue(Option option, Settings.Setting setting) {
    return usage(
        setting.origin()
            + " has the value \""
            + setting.text()
            + "\", which is none. Write "
            + option.key()
            + "="
            + option.form());
  }

  static StartRefused missing(Option option, String why) {
    return usage(
        "option "
            + option.key()
            + " is missing: "
            + why
            + ". Add "
            + option.key()
            + "="
            + option.form());
  }

  static StartRefused senseless(Settings.Setting setting, Role role) {
    return usage(
        setting.origin()
            + " contradicts role="
            + role.text()
            + ", which would ignore it. Remove it, or choose another role");
  }

  static StartRefused insecure(Option option, Endpoint endpoint) {
    return usage(
        option.key()
            + "="
            + endpoint.text()
            + " is not on loopback and the link is not encrypted: whoever can read or write that"
            + " network can read and alter calls. Use a loopback address, or accept the risk with"
            + " insecure=true");
  }

  static StartRefused unreadable(String origin, String file, String why) {
    return usage(
        origin
            + " names the file "
            + file
            + ", which cannot be read ("
            + why
            + "); settings in it would be lost. Correct the path or its permissions");
  }

  private static StartRefused usage(String message) {
    return new StartRefused(ExitCode.USAGE, message);
  }
}
