package demo.echo;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Answers each datagram with {@code <count> <payload>}, where the count says how many datagrams
 * this client address has sent so far. Usage: {@code udp-echo HOST:PORT [WORKERS]}.
 *
 * <p>All workers block in {@code receive} on one socket and share the counters.
 */
public final class UdpEcho implements Runnable {
  private static final int MAX_DATAGRAM = 2048;
  private static final int DEFAULT_WORKERS = 3;

  private final DatagramSocket socket;
  private final Map<SocketAddress, Integer> counts = new HashMap<>();

  private UdpEcho(DatagramSocket socket) {
    this.socket = socket;
  }

  public static void main(String[] args) throws IOException {
    int colon = args.length == 0 ? -1 : args[0].lastIndexOf(':');
    if (colon < 0 || args.length > 2) {
      System.err.println("usage: udp-echo HOST:PORT [WORKERS]");
      System.exit(2);
    }
    String host = args[0].substring(0, colon);
    int port = Integer.parseInt(args[0].substring(colon + 1));
    int workers = args.length == 2 ? Integer.parseInt(args[1]) : DEFAULT_WORKERS;
    UdpEcho echo = new UdpEcho(new DatagramSocket(new InetSocketAddress(host, port)));
    for (int i = 0; i < workers; i++) {
      new Thread(echo, "echo-" + i).start();
    }
    System.out.println("udp-echo ready on " + args[0]);
  }

  @Override
  public void run() {
    byte[] buffer = new byte[MAX_DATAGRAM];
    while (true) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
        socket.send(answer(packet));
      } catch (IOException e) {
        System.err.println("udp-echo: " + e);
      }
    }
  }

  private DatagramPacket answer(DatagramPacket packet) {
    int count;
    synchronized (counts) {
      count = counts.merge(packet.getSocketAddress(), 1, Integer::sum);
    }
    byte[] prefix = (count + " ").getBytes(StandardCharsets.US_ASCII);
    byte[] answer = new byte[prefix.length + packet.getLength()];
    System.arraycopy(prefix, 0, answer, 0, prefix.length);
    System.arraycopy(
        packet.getData(), packet.getOffset(), answer, prefix.length, packet.getLength());
    return new DatagramPacket(answer, answer.length, packet.getSocketAddress());
  }
}
