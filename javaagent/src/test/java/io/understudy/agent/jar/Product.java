package io.understudy.agent.jar;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built jar, and JVMs that run it. */
final class Product {
  static final File JAR = new File(System.getProperty("understudy.test.jar"));
  private static final long LIMIT_SECONDS = 60;

  /** What a run has left behind. */
  record Result(int exitCode, String out, String err) {}

  private Product() {}

  /** Runs {@code java} of the JDK that runs this test, in a directory of its own. */
  static Result java(Path directory, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(directory, "java", ".out");
    Path err = Files.createTempFile(directory, "java", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      return new Result(
          ended ? process.exitValue() : -1, Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
    }
  }
}
