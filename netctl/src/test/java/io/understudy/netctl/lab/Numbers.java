package io.understudy.netctl.lab;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.BitSet;
import java.util.concurrent.locks.LockSupport;

/**
 * Numbered datagrams: one process sends them in turn, a server on each node takes what its socket
 * gets, so that a lost one and one that came to both are seen.
 */
final class Numbers {
  private static final long LOOK_NANOS = 200_000;

  private final BitSet taken = new BitSet();
  private final DatagramChannel channel;
  private Runnable whenEmpty;

  private Numbers(DatagramChannel channel) {
    this.channel = channel;
  }

  /** Begins to take, at the wildcard address. */
  static Numbers take(int port) throws IOException {
    DatagramChannel channel = DatagramChannel.open().bind(new InetSocketAddress(port));
    channel.configureBlocking(false);
    Numbers numbers = new Numbers(channel);
    Thread thread = new Thread(numbers::run, "taker");
    thread.setDaemon(true);
    thread.start();
    return numbers;
  }

  /** Sends the numbers below {@code count} in turn; returns when all are sent. */
  static void send(String host, int port, int count, int micros) throws IOException {
    InetSocketAddress to = new InetSocketAddress(host, port);
    try (DatagramSocket socket = new DatagramSocket()) {
      for (int i = 0; i < count; i++) {
        byte[] number = ByteBuffer.allocate(Integer.BYTES).putInt(i).array();
        socket.send(new DatagramPacket(number, number.length, to));
        LockSupport.parkNanos(micros * 1_000L);
      }
    }
  }

  /** Has the socket read until it is empty and then never again. */
  synchronized void finish(Runnable then) {
    whenEmpty = then;
  }

  /** What was taken, as {@link BitSet#toString} writes it, without blanks. */
  synchronized String text() {
    return taken.toString().replace(" ", "");
  }

  synchronized int count() {
    return taken.cardinality();
  }

  private void run() {
    try {
      ByteBuffer packet = ByteBuffer.allocate(Integer.BYTES);
      while (true) {
        Runnable then;
        synchronized (this) {
          then = whenEmpty; // before the last look at the socket
        }
        packet.clear();
        if (channel.receive(packet) != null) {
          synchronized (this) {
            taken.set(packet.getInt(0));
          }
        } else if (then != null) {
          then.run();
          return;
        } else {
          LockSupport.parkNanos(LOOK_NANOS);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
