package io.understudy.e2e.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that runs in a JVM of the JDK under test, under the shipped agent jar. */
final class ForkedJvm {
  /** What a finished JVM left; exit -1 means that it had to be killed. */
  record Result(int exit, String out, String err) {
    /** The program's last line that begins with HASH, or a text that says there is none. */
    String hash() {
      return out.lines().filter(l -> l.startsWith("HASH")).reduce((a, b) -> b).orElse("no hash");
    }
  }

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private final Path directory;
  private final List<String> arguments = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();

  /**
   * Makes nothing yet.
   *
   * @param directory working directory of the JVM; also keeps its output
   */
  ForkedJvm(Path directory) {
    this.directory = directory;
  }

  ForkedJvm arguments(String... more) {
    arguments.addAll(List.of(more));
    return this;
  }

  ForkedJvm environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** The jar that is shipped. */
  static Path agentJar() {
    Path jar = Path.of("..", "javaagent", "target", "understudy.jar").toAbsolutePath().normalize();
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is missing; build the module javaagent first");
    }
    return jar;
  }

  /** Starts it; output goes to {@code name.out} and {@code name.err}. */
  Process start(String name, String agentOptions) {
    try {
      Files.createDirectories(directory);
      List<String> command = new ArrayList<>();
      command.add(JAVA.toString());
      command.add("-javaagent:" + agentJar() + "=" + agentOptions);
      command.addAll(arguments);
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      Process process =
          builder
              .directory(directory.toFile())
              .redirectOutput(directory.resolve(name + ".out").toFile())
              .redirectError(directory.resolve(name + ".err").toFile())
              .start();
      say(process, directory.getFileName() + " " + name);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every JVM hears something else on its standard input. */
  private static void say(Process process, String line) throws IOException {
    try (OutputStream in = process.getOutputStream()) {
      in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Waits for the end. */
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
