package io.understudy.agent.jar;

import io.understudy.testkit.RunningJvm;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client of {@link counting.CountingServer}; one that gets no answer fails the test. */
final class Caller implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final int ANSWER_MILLIS = 10_000;

  private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
  private final int port;

  /** Waits until the server has said its port. */
  Caller(RunningJvm server) throws IOException, InterruptedException {
    server.await("PORT ", START_LIMIT);
    String line = server.out().lines().filter(l -> l.startsWith("PORT ")).findFirst().orElseThrow();
    port = Integer.parseInt(line.substring("PORT ".length()));
    socket.setSoTimeout(ANSWER_MILLIS);
  }

  /** Returns the answer. */
  String ask(String question) throws IOException {
    byte[] bytes = question.getBytes(StandardCharsets.US_ASCII);
    InetAddress loopback = InetAddress.getLoopbackAddress();
    socket.send(new DatagramPacket(bytes, bytes.length, loopback, port));
    DatagramPacket answer = new DatagramPacket(new byte[64], 64);
    socket.receive(answer);
    return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    socket.close();
  }
}
