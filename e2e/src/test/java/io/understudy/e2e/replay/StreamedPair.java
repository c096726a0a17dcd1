package io.understudy.e2e.replay;

import io.understudy.testkit.Ended;
import io.understudy.testkit.ForkedJvm;
import io.understudy.testkit.RunningJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A primary and a backup of one program on this machine, linked over loopback. The program begins
 * when the backup follows, however slow its start.
 */
final class StreamedPair {
  private static final int LIMIT_SECONDS = 120;
  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  /** What both left when they had ended. */
  record Result(Ended primary, Ended backup) {}

  private StreamedPair() {}

  /** Runs the program on both nodes, the backup from the first record on, until both have ended. */
  static Result run(Path directory, Path classes, String... program) throws Exception {
    String address = "127.0.0.1:" + freePort();
    try (RunningJvm primary =
        jvm(directory, classes, "primary", "listen=" + address, program).start("program")) {
      primary.await("PORT ", START_LIMIT);
      try (RunningJvm backup =
          jvm(directory, classes, "backup", "peer=" + address, program).start("program")) {
        primary.await("protected: the backup follows", START_LIMIT);
        begin(primary.out());
        Ended ended = primary.finish(LIMIT_SECONDS);
        return new Result(ended, backup.finish(LIMIT_SECONDS));
      }
    }
  }

  /** Sends the datagram that the program waits for. */
  private static void begin(String out) throws IOException {
    String line = out.lines().filter(l -> l.startsWith("PORT ")).findFirst().orElseThrow();
    int port = Integer.parseInt(line.substring("PORT ".length()));
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(new byte[1], 1, InetAddress.getLoopbackAddress(), port));
    }
  }

  /** The nodes differ in their environment and input, as two hosts do. */
  private static ForkedJvm jvm(
      Path directory, Path classes, String role, String address, String... program) {
    String options = "role=" + role + ",journal=journal," + address;
    return AgentJvm.of(directory.resolve(role), classes, options)
        .environment(Map.of("NODE", role))
        .hears(role)
        .arguments("AfterBackup")
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
