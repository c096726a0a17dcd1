package io.understudy.e2e.escape;

import io.understudy.testkit.ForkedJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where a program runs: one of two machines that differ in all that a program may see of them. Host
 * name, network interfaces, environment variables, start directory, file contents, standard input;
 * the second one also in its process numbers, its monotonic clock (where the kernel has time
 * namespaces, time_namespaces(7)) and its load.
 *
 * @param name host name
 * @param directory start directory
 */
record Place(String name, Path directory) {
  private static final String FIRST =
      "ip link add eth7 type veth peer name eth8 && ip addr add 10.9.8.7/24 dev eth7"
          + " && ip link set eth7 up && ip link set eth8 up";

  static Place first(Path parent) {
    return new Place("first", parent.resolve("first"));
  }

  static Place second(Path parent) {
    return new Place("second", parent.resolve("second"));
  }

  private boolean isFirst() {
    return name.equals("first");
  }

  /** A JVM there, which lacks only its arguments. */
  ForkedJvm jvm() {
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("node.txt"), "of " + name + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ForkedJvm(directory)
        .launchedBy(launcher())
        .environment(isFirst() ? variables() : Map.of("NODE", name))
        .hears("a line for " + name)
        .arguments("-XX:-UsePerfData"); // its file is named by the process id, which is 1 there
  }

  private Map<String, String> variables() {
    return Map.of("NODE", name, "TZ", "Europe/Berlin", "ONLY_HERE", "1");
  }

  private String[] launcher() {
    List<String> words = new ArrayList<>(List.of("unshare", "--user", "--map-root-user"));
    words.addAll(List.of("--uts", "--net"));
    if (!isFirst()) {
      words.addAll(List.of("--pid", "--fork", "--mount-proc", "--kill-child"));
      if (Files.exists(Path.of("/proc/self/ns/time"))) {
        words.addAll(List.of("--time", "--monotonic", "100000"));
      }
    }
    String setUp = "hostname " + name + " && ip link set lo up" + (isFirst() ? " && " + FIRST : "");
    words.addAll(List.of("sh", "-c", setUp + " && exec \"$@\"", "sh"));
    return words.toArray(String[]::new);
  }
}
