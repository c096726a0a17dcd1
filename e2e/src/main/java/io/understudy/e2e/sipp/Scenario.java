package io.understudy.e2e.sipp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A scenario file of SIPp.
 *
 * @param file where it is
 */
public record Scenario(Path file) {
  /** The attribute of {@code <send>} that gives it a retransmission timer. */
  private static final Pattern TIMER = Pattern.compile("\\sretrans\\s*=\\s*\"\\d*\"");

  /**
   * The same scenario without retransmission timers. A request that comes again is still answered
   * again, which SIPp's own {@code -nr} would turn off too: then a server that repeats a request,
   * as RFC 3261 makes it, ends the call.
   *
   * @param directory where the copy is written, over an older one
   */
  public Scenario withoutTimers(Path directory) {
    Path copy = directory.resolve("no-retransmission-" + file.getFileName());
    try {
      Files.createDirectories(directory);
      Files.writeString(copy, untimed(Files.readString(file, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Scenario(copy);
  }

  static String untimed(String text) {
    return TIMER.matcher(text).replaceAll("");
  }
}
