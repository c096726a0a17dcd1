package io.understudy.link.wire;

import io.understudy.link.LinkLimits;
import io.understudy.link.commit.Sockets;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures the time from the append of a record to the arrival of its output at a client, with the
 * backup on loopback. A measurement, not a test: {@code CommitLatency [outputs] [pause in us]}.
 */
final class CommitLatency {
  private CommitLatency() {}

  public static void main(String[] arguments) throws Exception {
    int n = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5000;
    long pause = arguments.length > 1 ? Long.parseLong(arguments[1]) * 1000 : 1_000_000;
    Path a = Files.createTempDirectory("primary");
    Path b = Files.createTempDirectory("backup");
    try (Primary primary = new Primary(a.resolve("j"), LinkLimits.DEFAULT);
        Backup backup =
            new Backup(
                Primary.settings(
                    b.resolve("j"), primary.port(), Primary.IDENTITY, LinkLimits.DEFAULT));
        DatagramSocket client = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      while (primary.live < 0 || backup.clock == 0) {
        LockSupport.parkNanos(1_000_000);
      }
      primary.gate.commit();
      client.setSoTimeout(10_000);
      client.setReceiveBufferSize(4 << 20);
      long[] nanos = new long[n];
      Thread receiver = new Thread(() -> receive(client, nanos));
      receiver.start();
      int fd = Sockets.openTo(client.getLocalPort());
      for (int i = 0; i < n; i++) {
        byte[] record = new byte[200];
        long position = primary.journal.position();
        byte[] payload = ByteBuffer.allocate(12).putInt(i).putLong(System.nanoTime()).array();
        primary.link.append(record, 0, 200, position, true);
        primary.gate.submit(fd, payload, null, position + 200);
        LockSupport.parkNanos(pause);
      }
      receiver.join();
      Arrays.sort(nanos, n / 5, n); // the first fifth warms up
      for (double p : new double[] {0.5, 0.9, 0.99, 0.999}) {
        long value = nanos[n / 5 + (int) ((n - n / 5 - 1) * p)];
        System.out.printf(Locale.ROOT, "p%s %.1f us%n", p * 100, value / 1e3);
      }
    }
  }

  private static void receive(DatagramSocket client, long[] nanos) {
    DatagramPacket packet = new DatagramPacket(new byte[12], 12);
    try {
      for (int i = 0; i < nanos.length; i++) {
        client.receive(packet);
        long now = System.nanoTime();
        ByteBuffer in = ByteBuffer.wrap(packet.getData());
        nanos[in.getInt()] = now - in.getLong();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
