package io.understudy.e2e.sniff;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sniffer's process, which runs in the switch's namespace. Arguments: the virtual IP, then for
 * each node {@code device=hardware-address}. Prints {@code ready}; then each line {@code NANOS} on
 * its standard input is answered by a line with, for each node, {@code first:count}: when it first
 * spoke at or after that time (0: never) and how often after it.
 */
public final class SnifferMain {
  private SnifferMain() {}

  /** Runs until standard input ends. */
  public static void main(String[] arguments) throws IOException {
    byte[] vip = InetAddress.getByName(arguments[0]).getAddress();
    List<WatchedNode> nodes = Stream.of(arguments).skip(1).map(WatchedNode::new).toList();
    PacketSocket socket = new PacketSocket();
    Thread reader = new Thread(() -> sniff(socket, vip, nodes), "understudy-sniffer");
    reader.setDaemon(true);
    reader.start();
    System.out.println("ready");
    answer(nodes);
  }

  private static void sniff(PacketSocket socket, byte[] vip, List<WatchedNode> nodes) {
    byte[] frame = new byte[65_536];
    while (true) {
      int length = socket.receive(frame);
      long now = System.nanoTime();
      if (!socket.incoming() || !Frame.isDatagramFrom(frame, length, vip)) {
        continue;
      }
      for (WatchedNode node : nodes) {
        if (node.sent(frame, socket.device()) && Frame.isSip(frame, length)) {
          node.speech().add(now);
        }
      }
    }
  }

  private static void answer(List<WatchedNode> nodes) throws IOException {
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      long since = Long.parseLong(line.strip());
      StringBuilder answer = new StringBuilder();
      for (WatchedNode node : nodes) {
        answer.append(node.speech().firstAfter(since)).append(':');
        answer.append(node.speech().countAfter(since)).append(' ');
      }
      System.out.println(answer.toString().strip());
    }
  }
}
