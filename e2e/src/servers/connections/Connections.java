import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Echoes messages of 8 bytes over TCP and TLS in every way that the JDK has, each kind on its port;
 * asked by UDP it tells what it saw. Arguments: first port, address of an echo server to talk to.
 */
public final class Connections {
  static final int MESSAGE = 8;

  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    List<Tally> tallies = new ArrayList<>();
    for (String kind :
        List.of(
            "threads", "selector", "async", "tls-threads", "tls-selector", "client", "writers")) {
      tallies.add(new Tally(kind));
    }
    ThreadEcho.start(new ServerSocket(port + 1), tallies.get(0));
    SelectorEcho.start(port + 2, tallies.get(1), null);
    AsyncEcho.start(port + 3, tallies.get(2));
    ThreadEcho.start(
        TestKey.context().getServerSocketFactory().createServerSocket(port + 4), tallies.get(3));
    SelectorEcho.start(port + 5, tallies.get(4), TestKey.context());
    Clients.start(new InetSocketAddress(args[1], port), tallies.get(5));
    Writers.start(new ServerSocket(port + 6), tallies.get(6));
    try (DatagramSocket socket = new DatagramSocket(port)) {
      System.out.println("READY");
      DatagramPacket question = new DatagramPacket(new byte[100], 100);
      while (true) {
        socket.receive(question);
        StringBuilder text = new StringBuilder();
        tallies.forEach(tally -> text.append(tally.line()).append('\n'));
        byte[] bytes = text.append("threads ").append(Thread.activeCount()).toString().getBytes();
        socket.send(new DatagramPacket(bytes, bytes.length, question.getSocketAddress()));
      }
    }
  }
}
