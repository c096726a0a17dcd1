package io.understudy.agent.jar;

import io.understudy.testkit.Ended;
import io.understudy.testkit.ForkedJvm;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

/** The built jar, and JVMs that run it. */
final class Product {
  static final File JAR = new File(System.getProperty("understudy.test.jar"));

  private Product() {}

  /** {@code java -javaagent:understudy.jar=options ...}; the program is still to be added. */
  static ForkedJvm agent(Path directory, String options) {
    String flag = "-javaagent:" + JAR + (options.isEmpty() ? "" : "=" + options);
    return new ForkedJvm(directory).arguments(flag);
  }

  /** {@link counting.CountingServer}, out of that jar, under the agent. */
  static ForkedJvm server(Path directory, Path application, String options) {
    return agent(directory, options).arguments("-cp", application.toString(), Application.MAIN);
  }

  /** Runs {@code java -jar understudy.jar ...}. */
  static Ended tool(Path directory, String... arguments) throws InterruptedException {
    return new ForkedJvm(directory)
        .arguments("-jar", JAR.toString())
        .arguments(List.of(arguments))
        .run("tool");
  }

  /** A TCP port of the loopback interface that was free a moment ago. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
