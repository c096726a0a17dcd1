package io.understudy.e2e.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** A primary and a backup of one program on this machine, linked over loopback. */
final class StreamedPair {
  private static final int LIMIT_SECONDS = 120;

  /** What both left when they had ended. */
  record Result(ForkedJvm.Result primary, ForkedJvm.Result backup) {}

  private StreamedPair() {}

  /** Runs the program on both nodes, the backup from the first record on, until both have ended. */
  static Result run(Path directory, Path classes, String... program) throws InterruptedException {
    String address = "127.0.0.1:" + freePort();
    ForkedJvm primary = jvm(directory.resolve("primary"), classes, program);
    ForkedJvm backup = jvm(directory.resolve("backup"), classes, program);
    Process first = primary.start("program", "role=primary,journal=journal,listen=" + address);
    Process second = backup.start("program", "role=backup,journal=journal,peer=" + address);
    ForkedJvm.Result ended = primary.finish(first, "program", LIMIT_SECONDS);
    return new Result(ended, backup.finish(second, "program", LIMIT_SECONDS));
  }

  private static ForkedJvm jvm(Path directory, Path classes, String... program) {
    return new ForkedJvm(directory).arguments("-cp", classes.toString()).arguments(program);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
