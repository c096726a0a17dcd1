package io.understudy.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A JVM to be run as a process of its own: which JDK, where, and its command line. */
public final class ForkedJvm {
  private static final int LIMIT_SECONDS = 60;

  private final Path directory;
  private final List<String> launcher = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();
  private String input = "";
  private Jdk jdk = Jdk.running();

  /**
   * Starts nothing yet.
   *
   * @param directory working directory of the JVM, made if absent; also keeps its output
   */
  public ForkedJvm(Path directory) {
    this.directory = directory;
  }

  /** Another JDK than the one that runs the test. */
  public ForkedJvm jdk(Jdk other) {
    jdk = other;
    return this;
  }

  /** A command that starts the JVM, such as {@code unshare}; it must become the JVM by exec. */
  public ForkedJvm launchedBy(String... command) {
    launcher.addAll(List.of(command));
    return this;
  }

  /** More words of the command line, behind {@code java}. */
  public ForkedJvm arguments(String... more) {
    arguments.addAll(List.of(more));
    return this;
  }

  /** More words of the command line, behind {@code java}. */
  public ForkedJvm arguments(List<String> more) {
    arguments.addAll(more);
    return this;
  }

  /** More variables for the process. */
  public ForkedJvm environment(Map<String, String> more) {
    environment.putAll(more);
    return this;
  }

  /** A line on its standard input, which then ends. */
  public ForkedJvm hears(String line) {
    input = line + "\n";
    return this;
  }

  /** Starts it; output goes to {@code name.out} and {@code name.err} in the directory. */
  public RunningJvm start(String name) {
    try {
      Files.createDirectories(directory);
      Path out = directory.resolve(name + ".out");
      Path err = directory.resolve(name + ".err");
      List<String> command = new ArrayList<>(launcher);
      command.add(jdk.java().toString());
      command.addAll(arguments);
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      say(process);
      return new RunningJvm(process, out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void say(Process process) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // it has ended already, without reading
    }
  }

  /** Runs it to its end; one that takes more than a minute is killed. */
  public Ended run(String name) throws InterruptedException {
    try (RunningJvm running = start(name)) {
      return running.finish(LIMIT_SECONDS);
    }
  }
}
