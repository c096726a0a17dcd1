package io.understudy.agent.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Instruction sets that HotSpot chooses code by (vm_version_x86.hpp); with others, floating-point
 * intrinsics may round differently.
 */
final class CpuFeatures {
  private static final String[] CHOSEN_BY = {"sse", "ssse3", "avx", "fma", "f16c", "bmi", "gfni"};

  private CpuFeatures() {}

  /**
   * Names in alphabetical order, or "unknown".
   *
   * @param processor one processor's lines of {@code /proc/cpuinfo}
   */
  static String of(String processor) {
    for (String line : processor.split("\n", -1)) {
      if (line.startsWith("flags")) {
        return chosen(line.substring(line.indexOf(':') + 1));
      }
    }
    return "unknown";
  }

  private static String chosen(String flags) {
    List<String> chosen = new ArrayList<>();
    for (String flag : flags.strip().split(" ", -1)) {
      for (String prefix : CHOSEN_BY) {
        if (flag.startsWith(prefix)) {
          chosen.add(flag);
          break;
        }
      }
    }
    Collections.sort(chosen);
    return String.join(" ", chosen);
  }
}
