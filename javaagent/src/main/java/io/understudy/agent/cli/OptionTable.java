package io.understudy.agent.cli;

import io.understudy.agent.ExitCode;
import io.understudy.agent.option.Option;
import io.understudy.agent.option.Role;
import java.util.ArrayList;
import java.util.List;

/** Agent options, roles and exit codes as text. */
final class OptionTable {
  private OptionTable() {}

  /** Lines below the usage message. */
  static String[] lines() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "As an agent: java -javaagent:understudy.jar=option=value,option=value ... -jar server.jar");
    lines.add("Options, also as -Dunderstudy.OPTION, UNDERSTUDY_OPTION, or in the file config:");
    for (Option option : Option.values()) {
      String standard = option.standard() == null ? "" : " (default " + option.standard() + ")";
      lines.add("  " + option.key() + "=" + option.form());
      lines.add("      " + option.meaning() + standard);
    }
    lines.add("");
    lines.add("Roles:");
    for (Role role : Role.values()) {
      lines.add("  " + pad(role.text(), 9) + role.meaning());
    }
    lines.add("");
    lines.add("Exit codes:");
    for (ExitCode code : ExitCode.values()) {
      lines.add("  " + pad(Integer.toString(code.number()), 9) + code.meaning());
    }
    return lines.toArray(new String[0]);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
