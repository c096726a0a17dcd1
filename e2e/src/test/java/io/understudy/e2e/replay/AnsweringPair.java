package io.understudy.e2e.replay;

import io.understudy.testkit.Ended;
import io.understudy.testkit.ForkedJvm;
import io.understudy.testkit.RunningJvm;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import javax.tools.ToolProvider;

/** The program {@code Answering} as primary and backup with a proxy between, and its client. */
final class AnsweringPair implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String REPLY =
      """
      public final class Reply implements java.util.function.UnaryOperator<String> {
        @Override
        public String apply(String asked) {
          String word = asked.startsWith("marked") ? "%s" : "yes";
          return word + " " + asked;
        }
      }
      """;

  private final RunningJvm primary;
  private final RunningJvm backup;
  private final TamperingProxy proxy;
  private final DatagramSocket client = new DatagramSocket();
  private final int port;

  /**
   * Starts both; returns when the backup follows.
   *
   * @param more options of both agents, each behind a comma
   * @param change what the proxy does to records
   * @param backupSays the backup's class says this to a marked question, where the primary's says
   *     "yes"
   */
  AnsweringPair(
      Path directory, Path classes, String more, UnaryOperator<byte[]> change, String backupSays)
      throws Exception {
    int link;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      link = socket.getLocalPort();
    }
    plugin(directory.resolve("primary"), "yes");
    plugin(directory.resolve("backup"), backupSays);
    proxy = new TamperingProxy(link, change);
    String listen = "role=primary,sites=true,journal=journal,listen=127.0.0.1:" + link + more;
    primary = jvm(directory.resolve("primary"), classes, listen).start("program");
    primary.await("PORT ", LIMIT);
    String peer = "role=backup,journal=journal,peer=127.0.0.1:" + proxy.port() + more;
    backup = jvm(directory.resolve("backup"), classes, peer).start("program");
    primary.await("protected: the backup follows", LIMIT);
    String line =
        primary.out().lines().filter(l -> l.startsWith("PORT ")).findFirst().orElseThrow();
    port = Integer.parseInt(line.substring("PORT ".length()));
    client.setSoTimeout((int) LIMIT.toMillis());
  }

  private static void plugin(Path node, String says) throws IOException {
    Path classes = Files.createDirectories(node.resolve("plugin"));
    Path source = Files.writeString(node.resolve("Reply.java"), REPLY.formatted(says));
    String[] javac = {"--release", "17", "-d", classes.toString(), source.toString()};
    if (ToolProvider.getSystemJavaCompiler().run(null, null, null, javac) != 0) {
      throw new IllegalStateException("the class does not compile");
    }
  }

  private static ForkedJvm jvm(Path directory, Path classes, String options) {
    return AgentJvm.brief(directory, classes, options).arguments("Answering");
  }

  /** Asks the server and returns its answer. */
  String ask(String question) throws IOException {
    send(question);
    DatagramPacket packet = new DatagramPacket(new byte[300], 300);
    client.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
  }

  private void send(String question) throws IOException {
    byte[] bytes = question.getBytes(StandardCharsets.UTF_8);
    client.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
  }

  /** {@link System#nanoTime} when the proxy passed changed records on; 0 if it changed none. */
  long changedNanos() {
    return proxy.changedNanos();
  }

  RunningJvm primary() {
    return primary;
  }

  /** Waits for the backup's end. */
  Ended backupsEnd() throws InterruptedException {
    return backup.finish((int) LIMIT.toSeconds());
  }

  @Override
  public void close() throws IOException {
    primary.close();
    backup.close();
    proxy.close();
    client.close();
  }
}
