package io.understudy.e2e.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * A primary and a backup of one program on this machine, linked over loopback. The program begins
 * when the backup follows, however slow its start.
 */
final class StreamedPair {
  private static final int LIMIT_SECONDS = 120;
  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  /** What both left when they had ended. */
  record Result(ForkedJvm.Result primary, ForkedJvm.Result backup) {}

  private StreamedPair() {}

  /** Runs the program on both nodes, the backup from the first record on, until both have ended. */
  static Result run(Path directory, Path classes, String... program) throws Exception {
    String address = "127.0.0.1:" + freePort();
    Path primaryHome = directory.resolve("primary");
    ForkedJvm primary = jvm(primaryHome, classes, program);
    ForkedJvm backup = jvm(directory.resolve("backup"), classes, program);
    Process first = primary.start("program", "role=primary,journal=journal,listen=" + address);
    Process second = null;
    try {
      await(primaryHome.resolve("program.out"), "PORT ", first);
      second = backup.start("program", "role=backup,journal=journal,peer=" + address);
      await(primaryHome.resolve("program.err"), "protected: the backup follows", first);
      begin(Files.readString(primaryHome.resolve("program.out")));
      ForkedJvm.Result ended = primary.finish(first, "program", LIMIT_SECONDS);
      return new Result(ended, backup.finish(second, "program", LIMIT_SECONDS));
    } finally {
      first.destroyForcibly();
      if (second != null) {
        second.destroyForcibly();
      }
    }
  }

  private static void await(Path file, String text, Process alive) {
    Awaitility.await()
        .atMost(START_LIMIT)
        .until(() -> Files.readString(file).contains(text) || !alive.isAlive());
  }

  /** Sends the datagram that the program waits for. */
  private static void begin(String out) throws IOException {
    String line = out.lines().filter(l -> l.startsWith("PORT ")).findFirst().orElseThrow();
    int port = Integer.parseInt(line.substring("PORT ".length()));
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(new byte[1], 1, InetAddress.getLoopbackAddress(), port));
    }
  }

  /** The nodes differ in their environment, as two hosts do. */
  private static ForkedJvm jvm(Path directory, Path classes, String... program) {
    return new ForkedJvm(directory)
        .environment("NODE", directory.getFileName().toString())
        .arguments("-cp", classes.toString(), "AfterBackup")
        .arguments(program);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
