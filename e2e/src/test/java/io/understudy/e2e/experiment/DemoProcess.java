package io.understudy.e2e.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program behind {@code demo.sh}, in a JVM of its own, as the script starts it. */
public final class DemoProcess {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** Where results are written. */
  public static final Path OUTPUT = ROOT.resolve("target/demo");

  private static final Duration LIMIT = Duration.ofMinutes(8);

  private DemoProcess() {}

  /**
   * How it ended.
   *
   * @param exit exit code
   * @param output stdout and stderr
   */
  public record Result(int exit, String output) {}

  /** Runs it with this JVM's JDK as the only one it knows. */
  public static Result run(String... arguments) throws IOException, InterruptedException {
    return run(DemoCommand.class, arguments);
  }

  /** Runs another program of the lab so. */
  public static Result run(Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    String home = System.getProperty("java.home");
    List<String> command = new ArrayList<>(List.of(home + "/bin/java", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("JAVA_17_HOME", "JAVA_25_HOME"));
    builder.environment().put("JAVA_%d_HOME".formatted(Runtime.version().feature()), home);
    Process process = builder.start();
    Thread ender = new Thread(process::destroyForcibly, "demo-ender");
    Runtime.getRuntime().addShutdownHook(ender);
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
      return new Result(process.exitValue(), output);
    } finally {
      process.destroyForcibly();
      Runtime.getRuntime().removeShutdownHook(ender);
    }
  }
}
