package io.understudy.agent.identity;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files of procfs (proc(5)). */
final class ProcFile {
  private static final int BLOCK = 16 * 1024;

  private ProcFile() {}

  /** Strings that end with NUL, as in {@code /proc/self/cmdline}. */
  static List<String> strings(String path) throws IOException {
    try (FileInputStream in = new FileInputStream(path)) {
      return split(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static List<String> split(String text) {
    List<String> strings = new ArrayList<>();
    int from = 0;
    for (int end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0', from)) {
      strings.add(text.substring(from, end));
      from = end + 1;
    }
    return strings;
  }

  /** Text up to the first empty line: the first processor of {@code /proc/cpuinfo}. */
  static String firstBlock(String path) throws IOException {
    try (FileInputStream in = new FileInputStream(path)) {
      String text = new String(in.readNBytes(BLOCK), StandardCharsets.UTF_8);
      int end = text.indexOf("\n\n");
      return end < 0 ? text : text.substring(0, end);
    }
  }
}
