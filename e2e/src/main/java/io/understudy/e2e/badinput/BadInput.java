package io.understudy.e2e.badinput;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Sends a SIP server what it should not get: the torture messages of RFC 4475, damaged ones, and
 * random bytes. The same seed sends the same bytes in the same order; answers are counted and
 * dropped.
 */
public final class BadInput {
  private static final int LONGEST = 1400;
  private static final int MILLIS_BETWEEN = 2;
  private static final int DRAIN_MILLIS = 500;

  private BadInput() {}

  /**
   * Arguments: address and port of the server, directory of messages, seed, number of random
   * datagrams. Prints how much was sent and how many answers came.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    InetAddress server = InetAddress.getByName(arguments[0]);
    int port = Integer.parseInt(arguments[1]);
    List<byte[]> messages = messages(Path.of(arguments[2]));
    List<byte[]> all = new ArrayList<>(messages);
    all.addAll(random(messages, Long.parseLong(arguments[3]), Integer.parseInt(arguments[4])));
    all.addAll(messages); // again, behind the random bytes: some are retransmissions by now
    int answers = 0;
    try (DatagramSocket socket = new DatagramSocket()) {
      for (byte[] bytes : all) {
        socket.send(new DatagramPacket(bytes, bytes.length, server, port));
        Thread.sleep(MILLIS_BETWEEN);
      }
      socket.setSoTimeout(DRAIN_MILLIS);
      DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
      while (true) {
        socket.receive(packet);
        answers++;
      }
    } catch (java.net.SocketTimeoutException over) {
      System.out.println(
          messages.size() + " messages, " + all.size() + " datagrams, " + answers + " answers");
    }
  }

  /** The files {@code *.dat} of a directory, in the order of their names. */
  public static List<byte[]> messages(Path directory) throws IOException {
    List<byte[]> messages = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".dat")).sorted().toList()) {
        messages.add(Files.readAllBytes(file));
      }
    }
    return messages;
  }

  /** Datagrams of random bytes and of messages that lost, gained or changed bytes, by turns. */
  public static List<byte[]> random(List<byte[]> messages, long seed, int count) {
    Random random = new Random(seed);
    List<byte[]> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] message = messages.get(random.nextInt(messages.size()));
      made.add(i % 2 == 0 ? noise(random) : damaged(random, message));
    }
    return made;
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(LONGEST)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] damaged(Random random, byte[] message) {
    byte[] bytes = Arrays.copyOf(message, 1 + random.nextInt(message.length));
    for (int n = random.nextInt(8); n > 0; n--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }
}
