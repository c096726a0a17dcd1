package io.understudy.e2e.experiment;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends numbered datagrams to the ports of {@code Tally} in turns, every third again a little
 * later, as a client does that retransmits. Arguments: host, first port, how many numbers to each.
 */
public final class NumberedSender {
  /** The ports that it sends to. */
  static final int WAYS = 4;

  /** It sends from this one. */
  static final int PORT = 7000;

  private static final int LENGTH = 40;
  private static final long PAUSE_NANOS = 700_000;

  private NumberedSender() {}

  /** What is sent to each port, in that order. */
  static List<Integer> numbers(int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(i);
      if (i % 3 == 0 && i >= 5) {
        numbers.add(i - 5);
      }
    }
    return numbers;
  }

  /** Sends all. */
  public static void main(String[] arguments) throws IOException {
    int first = Integer.parseInt(arguments[1]);
    try (DatagramSocket socket = new DatagramSocket(PORT)) {
      for (int number : numbers(Integer.parseInt(arguments[2]))) {
        byte[] bytes = ByteBuffer.allocate(LENGTH).putInt(number).array();
        for (int way = 0; way < WAYS; way++) {
          InetSocketAddress to = new InetSocketAddress(arguments[0], first + way);
          socket.send(new DatagramPacket(bytes, LENGTH, to));
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
    }
  }
}
