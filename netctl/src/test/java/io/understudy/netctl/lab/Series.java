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

  /** A number as it is sent. */
  public static byte[] bytes(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }

  /** Sends all, from a port; returns when that is done. */
  static void send(int from, String host, int port, int count, int micros) throws IOException {
    InetSocketAddress to = new InetSocketAddress(host, port);
    try (DatagramSocket socket = new DatagramSocket(from)) {
      for (int number : of(count)) {
        socket.send(new DatagramPacket(bytes(number), Integer.BYTES, to));
        LockSupport.parkNanos(micros * 1_000L);
      }
    }
  }

  /** Takes, at the wildcard address, as long as this process lives. */
  static void take(DatagramSocket socket, IntConsumer each) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[Integer.BYTES], Integer.BYTES);
    while (true) {
      socket.receive(packet);
      each.accept(ByteBuffer.wrap(packet.getData()).getInt());
    }
  }
}
