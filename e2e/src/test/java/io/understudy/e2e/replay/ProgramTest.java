package io.understudy.e2e.replay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A test that runs mini programs, which are compiled once, in a directory of its own. */
abstract class ProgramTest {
  @TempDir private static Path classes;
  static Programs programs;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    programs = Programs.compile(classes);
  }

  /** A TCP port of the loopback address that nobody listens at now. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
