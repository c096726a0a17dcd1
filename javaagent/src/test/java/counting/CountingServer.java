package counting;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/**
 * A server with state: answers each datagram with its number, until one says "end". In a package of
 * its own, since the agent weaves no class under io.understudy.
 */
public final class CountingServer {
  private CountingServer() {}

  /** Prints its port first, and in the end a hash of what it has seen, clocks included. */
  public static void main(String[] arguments) throws Exception {
    long hash = 17;
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      System.out.println("PORT " + socket.getLocalPort());
      byte[] buffer = new byte[64];
      String said = "";
      for (int count = 1; !said.equals("end"); count++) {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        said = new String(buffer, 0, packet.getLength(), StandardCharsets.US_ASCII);
        hash = hash * 31 + said.hashCode() + System.nanoTime();
        byte[] answer = (count + " " + said).getBytes(StandardCharsets.US_ASCII);
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      }
    }
    System.out.println("HASH " + Long.toHexString(hash));
  }
}
