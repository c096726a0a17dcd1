package io.understudy.agent.jvmti;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prints the mapped files of JNA and the system properties that were left behind. */
final class MapsProbe {
  public static void main(String[] args) throws IOException {
    new JvmtiMonitors(Path.of(args[0]), new ProbeEvents()).warm();
    List<String> mapped =
        Files.readAllLines(Path.of("/proc/self/maps")).stream()
            .filter(line -> line.contains("jna") || line.contains("(deleted)"))
            .map(line -> line.substring(line.indexOf('/')))
            .distinct()
            .toList();
    System.out.println(String.join(",", mapped));
    System.out.println(
        System.getProperties().stringPropertyNames().stream()
            .filter(name -> name.startsWith("jna."))
            .toList());
  }
}
