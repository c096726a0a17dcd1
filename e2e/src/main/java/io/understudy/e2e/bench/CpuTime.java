package io.understudy.e2e.bench;

import io.understudy.e2e.lab.LabException;
import io.understudy.e2e.lab.LabProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Processor time of a process and all its threads, children excluded: fields 14 (utime) and 15
 * (stime) of {@code /proc/<pid>/stat} (proc(5)).
 */
final class CpuTime {
  /** USER_HZ: 100 on every Linux on x86-64 (asm-generic/param.h), whatever the kernel's own HZ. */
  private static final double TICKS_PER_SECOND = 100;

  private static final int UTIME = 14;
  private static final int STIME = 15;

  private CpuTime() {}

  /** User and system time so far, in seconds, in steps of 10 ms. */
  static double seconds(LabProcess process) {
    Path stat = Path.of("/proc", Long.toString(process.process().pid()), "stat");
    try {
      return seconds(Files.readString(stat));
    } catch (IOException e) {
      throw new LabException(
          process.name() + " has ended while it was measured: " + process.tail(), e);
    }
  }

  static double seconds(String stat) {
    // field 2, the name, may hold blanks and parentheses: the last one ends it
    String behindName = stat.substring(stat.lastIndexOf(')') + 2);
    List<String> fields = Arrays.asList(behindName.strip().split(" ", -1));
    long ticks = Long.parseLong(fields.get(UTIME - 3)) + Long.parseLong(fields.get(STIME - 3));
    return ticks / TICKS_PER_SECOND;
  }
}
