package io.understudy.agent.identity;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Options of the JVM, by name, so that a difference can be told by name. */
final class JvmFlags {
  /**
   * Debuggers, logs and dumps leave the program as it is; the number of processors is compared
   * itself.
   */
  private static final String[] HARMLESS = {
    "-XX:ActiveProcessorCount",
    "-agentlib:jdwp",
    "-Xrunjdwp",
    "-Xdebug",
    "-Xlog",
    "-XX:HeapDumpPath",
    "-XX:ErrorFile",
    "-Dunderstudy."
  };

  private static final String[] VARIABLES = {
    "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"
  };

  private JvmFlags() {}

  /** Adds one entry for each name; the values of a flag that is given again stay in order. */
  static void describe(
      SortedMap<String, String> identity, Digest digest, File agentJar, List<String> flags)
      throws IOException {
    Map<String, List<String>> byName = new TreeMap<>();
    for (String flag : flags) {
      if (!isHarmless(flag) && !isOurs(flag, agentJar)) {
        List<String> values = byName.get(name(flag));
        if (values == null) {
          values = new ArrayList<>();
          byName.put(name(flag), values);
        }
        values.add(flag);
        values.add(fileContent(flag, digest));
      }
    }
    for (Map.Entry<String, List<String>> each : byName.entrySet()) {
      identity.put("flag " + each.getKey(), digest.ofStrings(each.getValue()));
    }
  }

  /** Options in the variables that the JVM and its launcher read, in front of those given. */
  static List<String> withEnvironment(List<String> environment, List<String> flags) {
    List<String> all = new ArrayList<>();
    for (String variable : VARIABLES) {
      for (String each : environment) {
        if (each.startsWith(variable + "=")) {
          String options = each.substring(variable.length() + 1).strip();
          all.addAll(Arrays.asList(options.split("\\s+", -1)));
        }
      }
    }
    all.addAll(flags);
    return all;
  }

  private static String fileContent(String flag, Digest digest) throws IOException {
    if (flag.startsWith("@")) {
      return digest.ofFile(new File(flag.substring(1)));
    }
    return flag.startsWith("-javaagent:") ? digest.ofFile(new File(agentPath(flag))) : "";
  }

  private static boolean isHarmless(String flag) {
    for (String prefix : HARMLESS) {
      if (flag.startsWith(prefix)) {
        return true;
      }
    }
    return flag.isEmpty();
  }

  /** However the user names it: relative, through a link. */
  private static boolean isOurs(String flag, File agentJar) throws IOException {
    return flag.startsWith("-javaagent:")
        && new File(agentPath(flag)).getCanonicalFile().equals(agentJar.getCanonicalFile());
  }

  private static String agentPath(String flag) {
    int equals = flag.indexOf('=');
    return flag.substring("-javaagent:".length(), equals < 0 ? flag.length() : equals);
  }

  /** {@code -Dname}, {@code -XX:Name}, {@code -Xmx}, {@code --add-opens}. */
  static String name(String flag) {
    if (flag.startsWith("-XX:+") || flag.startsWith("-XX:-")) {
      return "-XX:" + flag.substring(5);
    }
    if (flag.startsWith("-X") && !flag.startsWith("-XX:")) {
      int end = 2;
      while (end < flag.length() && Character.isLetter(flag.charAt(end))) {
        end++;
      }
      return flag.substring(0, end);
    }
    int equals = flag.indexOf('=');
    return equals < 0 ? flag : flag.substring(0, equals);
  }
}
