package io.understudy.e2e.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of the JDK under test that runs a program under the shipped agent jar. */
final class ForkedJvm {
  /** What a finished JVM left. */
  record Result(int exit, String out, String err) {
    /**
     * The last line of the program that begins with {@code HASH}, or a text that says there is
     * none.
     */
    String hash() {
      return out.lines().filter(l -> l.startsWith("HASH")).reduce((a, b) -> b).orElse("no hash");
    }
  }

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private final Path directory;
  private final List<String> command = new ArrayList<>();

  /**
   * @param directory working directory of the JVM; also keeps its output
   */
  ForkedJvm(Path directory) {
    this.directory = directory;
    command.add(JAVA.toString());
  }

  static Path agentJar() {
    Path jar = Path.of(System.getProperty("understudy.jar", "../javaagent/target/understudy.jar"));
    return jar.toAbsolutePath().normalize();
  }

  ForkedJvm agent(String options) {
    command.add("-javaagent:" + agentJar() + "=" + options);
    return this;
  }

  ForkedJvm arguments(String... arguments) {
    command.addAll(List.of(arguments));
    return this;
  }

  Process start(String name) {
    try {
      Files.createDirectories(directory);
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.environment().remove("JAVA_TOOL_OPTIONS");
      return builder
          .redirectOutput(directory.resolve(name + ".out").toFile())
          .redirectError(directory.resolve(name + ".err").toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs to the end; a JVM that takes longer is killed and reported with exit code -1. */
  Result run(String name, int seconds) throws InterruptedException {
    return finish(start(name), name, seconds);
  }

  Result finish(Process process, String name, int seconds) throws InterruptedException {
    int exit = -1;
    if (process.waitFor(seconds, TimeUnit.SECONDS)) {
      exit = process.exitValue();
    } else {
      process.destroyForcibly().waitFor();
    }
    try {
      return new Result(
          exit,
          Files.readString(directory.resolve(name + ".out")),
          Files.readString(directory.resolve(name + ".err")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
