package io.understudy.e2e.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command that runs to its end, at most half a minute, and whose output is small.
 *
 * @param words program and arguments
 */
public record Command(List<String> words) {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /**
   * How a command ended.
   *
   * @param exit exit code
   * @param output what it wrote to stdout and stderr
   */
  public record Result(int exit, String output) {}

  /** A command of the given words. */
  public static Command of(String... words) {
    return new Command(List.of(words));
  }

  /** A command that will run in a network namespace. */
  static Command inside(String namespace, List<String> words) {
    List<String> all = new ArrayList<>(List.of("nsenter", "--net=/run/netns/" + namespace));
    all.addAll(words);
    return new Command(all);
  }

  /** Runs the command and returns its output; anything but exit code 0 is an error. */
  public String run() {
    return run("");
  }

  /** As {@link #run()}, with a text on its standard input. */
  public String run(String input) {
    Result result = attempt(input);
    if (result.exit() != 0) {
      throw new LabException(
          "`%s` ended with code %d; the lab cannot go on without it. It said: %s"
              .formatted(String.join(" ", words), result.exit(), result.output().strip()));
    }
    return result.output();
  }

  /** Runs the command and leaves it to the caller what its exit code means. */
  public Result attempt(String input) {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new LabException("`%s` did not end".formatted(String.join(" ", words)));
      }
      return new Result(process.exitValue(), output);
    } catch (IOException e) {
      throw new LabException(
          "cannot run `%s`; the lab needs it; install %s (%s)"
              .formatted(String.join(" ", words), words.get(0), e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted while waiting for " + words.get(0), e);
    }
  }
}
