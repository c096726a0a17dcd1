package io.understudy.e2e.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which ports are bound in a process's namespace: UDP ports, and TCP ports that listen, by {@code
 * /proc/<pid>/net} (proc(5)).
 */
public final class BoundPorts {
  private static final List<String> TABLES = List.of("udp", "udp6", "tcp", "tcp6");
  private static final String LISTEN = " 0A ";

  private BoundPorts() {}

  /** True if some process of the namespace is bound to a UDP port, or listens at a TCP port. */
  public static boolean isBound(LabProcess process, int port) {
    return TABLES.stream().anyMatch(table -> has(process, table, port));
  }

  private static boolean has(LabProcess process, String table, int port) {
    Path file = Path.of("/proc", Long.toString(process.process().pid()), "net", table);
    try {
      return Files.readAllLines(file).stream()
          .skip(1)
          .anyMatch(line -> isOpen(table, line) && localPort(line) == port);
    } catch (IOException e) {
      return false; // the process has just ended, which the caller will notice
    }
  }

  /** True of a UDP socket, and of a TCP socket that listens (state 0A, TCP_LISTEN). */
  static boolean isOpen(String table, String line) {
    return table.startsWith("udp") || line.contains(LISTEN);
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
