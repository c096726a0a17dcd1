package io.understudy.netctl.lab;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Numbered datagrams of which every third is sent again, some later: the same datagram twice, as a
 * client does that retransmits.
 */
public final class Series {
  private static final int LATER = 5;
  private static final int EVERY = 3;
  private static final int LONG_EVERY = 20;
  private static final int LONG = 4000;

  private Series() {}

  /** What is sent, in that order. */
  public static List<Integer> of(int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(i);
      if (i % EVERY == 0 && i >= LATER) {
        numbers.add(i - LATER);
      }
    }
    return numbers;
  }

  /** A number as it is sent; some in fragments. */
  public static byte[] bytes(int number) {
    int length = number % LONG_EVERY == 0 ? LONG : Integer.BYTES;
    return ByteBuffer.allocate(length).putInt(number).array();
  }

  /** Sends all, from a port; returns when that is done. */
  static void send(int from, String host, int port, int count, int micros) throws IOException {
    InetSocketAddress to = new InetSocketAddress(host, port);
    try (DatagramSocket socket = new DatagramSocket(from)) {
      for (int number : of(count)) {
        byte[] bytes = bytes(number);
        socket.send(new DatagramPacket(bytes, bytes.length, to));
        LockSupport.parkNanos(micros * 1_000L);
      }
    }
  }

  /** Takes, at the wildcard address, as long as this process lives. */
  static void take(DatagramSocket socket, IntConsumer each) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[LONG + 1], LONG + 1);
    while (true) {
      packet.setLength(LONG + 1);
      socket.receive(packet);
      each.accept(ByteBuffer.wrap(packet.getData()).getInt());
    }
  }
}
