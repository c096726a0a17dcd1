package io.understudy.weaver.swap;

import io.understudy.engine.turn.Turn;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Runs a main class of the test class path in a JVM of its own. */
record ForkedJvm(Path home) {
  private static final long LIMIT_SECONDS = 60;

  /** What a run has left behind. */
  record Result(int exitCode, String out, String err) {}

  /** Every supported JDK that is installed here. */
  static List<ForkedJvm> all() {
    List<ForkedJvm> found = new ArrayList<>();
    for (String version : List.of("17", "25")) {
      List<String> places = new ArrayList<>();
      String variable = System.getenv("JAVA_" + version + "_HOME");
      if (variable != null) {
        places.add(variable);
      }
      places.add("/usr/lib/jvm/java-" + version + "-openjdk-amd64");
      places.add("/usr/lib/jvm/temurin-" + version + "-jdk-amd64");
      places.stream()
          .map(Path::of)
          .filter(home -> Files.isExecutable(home.resolve("bin/java")))
          .findFirst()
          .ifPresent(home -> found.add(new ForkedJvm(home)));
    }
    if (found.isEmpty()) {
      throw new IllegalStateException("no JDK found; set JAVA_17_HOME or JAVA_25_HOME");
    }
    return found;
  }

  Result run(List<String> options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.add("--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED");
    command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    command.add("-Xbootclasspath/a:" + engine());
    command.add("-javaagent:" + agent());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    File out = File.createTempFile("forked", ".out");
    File err = File.createTempFile("forked", ".err");
    Process process = new ProcessBuilder(command).redirectOutput(out).redirectError(err).start();
    try {
      boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      return new Result(
          ended ? process.exitValue() : -1,
          Files.readString(out.toPath()),
          Files.readString(err.toPath()));
    } finally {
      process.destroyForcibly();
      Files.delete(out.toPath());
      Files.delete(err.toPath());
    }
  }

  private static String engine() {
    return Turn.class.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  private static Path agent() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", ProbeAgent.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    Path jar = Files.createTempFile("probe", ".jar");
    jar.toFile().deleteOnExit();
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }

  @Override
  public String toString() {
    return home.getFileName().toString();
  }
}
