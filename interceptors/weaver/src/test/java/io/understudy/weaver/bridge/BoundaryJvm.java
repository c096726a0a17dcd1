package io.understudy.weaver.bridge;

import io.understudy.engine.turn.Turn;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Runs {@link EchoServer} under {@link BoundaryAgent} in a JVM of its own, and is its client. */
record BoundaryJvm(Path home) {
  private static final int MESSAGES = 8;
  private static final long LIMIT_SECONDS = 90;

  /** What a run has left behind. */
  record Result(int exitCode, String out, String err, List<String> answers) {}

  Result run(String role, Path log, List<String> options, boolean client)
      throws IOException, InterruptedException {
    Path agent = agent();
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.add("-XX:+UnlockDiagnosticVMOptions");
    command.add("-XX:+BytecodeVerificationLocal");
    command.add("--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED");
    command.add("-Xbootclasspath/a:" + engine());
    command.add("-javaagent:" + agent);
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(BoundaryAgent.class.getName(), role, log.toString(), "" + MESSAGES));
    File err = File.createTempFile("boundary", ".err");
    Process process = new ProcessBuilder(command).redirectError(err).start();
    try {
      List<String> answers = new ArrayList<>();
      StringBuilder out = new StringBuilder();
      try (BufferedReader r =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = r.readLine(); line != null; line = r.readLine()) {
          out.append(line).append('\n');
          if (client && line.startsWith("port ")) {
            converse(Integer.parseInt(line.substring(5)), answers);
          }
        }
      }
      boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      String errors = Files.readString(err.toPath());
      return new Result(ended ? process.exitValue() : -1, out.toString(), errors, answers);
    } finally {
      process.destroyForcibly();
      Files.delete(err.toPath());
      Files.delete(agent);
    }
  }

  private static void converse(int port, List<String> answers) throws IOException {
    try (DatagramSocket s = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      s.setSoTimeout(10_000);
      for (int i = 0; i < MESSAGES; i++) {
        byte[] m = ("message " + i).getBytes(StandardCharsets.UTF_8);
        s.send(new DatagramPacket(m, m.length, InetAddress.getLoopbackAddress(), port));
        DatagramPacket p = new DatagramPacket(new byte[100], 100);
        s.receive(p);
        answers.add(new String(p.getData(), 0, p.getLength(), StandardCharsets.UTF_8));
      }
    }
  }

  private static String engine() {
    return Turn.class.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  private static Path agent() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", BoundaryAgent.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    Path jar = Files.createTempFile("boundary", ".jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }
}
