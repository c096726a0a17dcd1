package io.understudy.link.commit;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A client of the server: sees what left and in which order. */
final class Receiver implements Closeable {
  private final DatagramSocket socket;

  Receiver() throws IOException {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    socket.setSoTimeout(10_000);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
  }

  String next() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
    socket.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
  }

  /** Loopback delivers in order, so what had left before this call would come first. */
  boolean nothingWaits() throws IOException {
    socket.send(new DatagramPacket("mark".getBytes(StandardCharsets.UTF_8), 4, address()));
    return next().equals("mark");
  }

  @Override
  public void close() {
    socket.close();
  }
}
