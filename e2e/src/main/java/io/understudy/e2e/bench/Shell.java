package io.understudy.e2e.bench;

import io.understudy.e2e.lab.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Programs that are run to their end, and what they cost. */
final class Shell {
  /** Runs {@code "$@"}, and then prints its own and its children's processor time (times(2)). */
  private static final String TIMED = "\"$@\"; status=$?; times >&3; exit $status";

  private static final Pattern TIMES =
      Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*\\z");
  private static final double SECONDS_PER_MINUTE = 60;

  /**
   * What a program left.
   *
   * @param out its stdout and stderr
   * @param cpuSeconds its processor time, user and system
   */
  record Ended(String out, double cpuSeconds) {}

  private Shell() {}

  /**
   * Runs a program to its end.
   *
   * @throws LabException if its exit code is not 0
   */
  static Ended run(Path directory, String... command) throws IOException {
    Path times = Files.createTempFile(directory, "times", "");
    Path out = Files.createTempFile(directory, "out", "");
    String script = "{ " + TIMED + "; } 3>'" + times.toAbsolutePath() + "'";
    String[] shell = {"bash", "-c", script, "bash"};
    String[] whole = Stream.of(shell, command).flatMap(Arrays::stream).toArray(String[]::new);
    Process process =
        new ProcessBuilder(whole)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      int status = process.waitFor();
      String said = Files.readString(out);
      if (status != 0) {
        throw new LabException(String.join(" ", command) + " ended with " + status + ": " + said);
      }
      return new Ended(said, childSeconds(Files.readString(times)));
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new LabException("interrupted", e);
    } finally {
      Files.deleteIfExists(times);
      Files.deleteIfExists(out);
    }
  }

  /** Second line of the shell's {@code times}: user and system time of its children. */
  static double childSeconds(String times) {
    Matcher m = TIMES.matcher(times);
    if (!m.find()) {
      throw new LabException("the shell's times cannot be read: " + times);
    }
    double minutes = Double.parseDouble(m.group(1)) + Double.parseDouble(m.group(3));
    double seconds = Double.parseDouble(m.group(2)) + Double.parseDouble(m.group(4));
    return SECONDS_PER_MINUTE * minutes + seconds;
  }
}
