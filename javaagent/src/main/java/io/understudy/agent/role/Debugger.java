package io.understudy.agent.role;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Whether somebody may look at this JVM through JDWP. */
final class Debugger {
  private static final Path MAPS = Path.of("/proc/self/maps");
  private static final String LIBRARY = "/libjdwp.so";

  private Debugger() {}

  /** The JVM loads the library before any agent, by whatever flag or variable it was asked for. */
  static boolean isLoaded() {
    try (Stream<String> lines = Files.lines(MAPS)) {
      return lines.anyMatch(line -> line.endsWith(LIBRARY));
    } catch (IOException e) {
      return false;
    }
  }
}
