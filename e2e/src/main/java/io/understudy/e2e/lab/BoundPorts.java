package io.understudy.e2e.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which UDP ports are bound in a process's namespace, by {@code /proc/<pid>/net/udp} (proc(5)). */
public final class BoundPorts {
  private BoundPorts() {}

  /** True if some process of the namespace is bound to a UDP port. */
  public static boolean isBound(LabProcess process, int port) {
    return List.of("udp", "udp6").stream().anyMatch(table -> has(process, table, port));
  }

  private static boolean has(LabProcess process, String table, int port) {
    Path file = Path.of("/proc", Long.toString(process.process().pid()), "net", table);
    try {
      return Files.readAllLines(file).stream().skip(1).anyMatch(line -> localPort(line) == port);
    } catch (IOException e) {
      return false; // the process has just ended, which the caller will notice
    }
  }

  static int localPort(String line) {
    List<String> fields = Arrays.asList(line.strip().split("\\s+", -1));
    if (fields.size() < 2) {
      return -1;
    }
    String local = fields.get(1).toUpperCase(Locale.ROOT);
    return Integer.parseInt(local.substring(local.lastIndexOf(':') + 1), 16);
  }
}
