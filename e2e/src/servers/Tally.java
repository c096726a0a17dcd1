import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/**
 * Prints the number of each datagram that it gets, in four ways: by a socket with a time-out and a
 * buffer that is too small, by a selector, and by connected channels, into one buffer and into two.
 *
 * <p>Usage: {@code java Tally.java PORT PEER}: ports from PORT on; the channels are connected to
 * {@code HOST:PORT} PEER.
 */
public class Tally {
  private static final int SMALL = 8;

  private interface Way {
    void go() throws IOException;
  }

  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[0]);
    int colon = args[1].indexOf(':');
    InetSocketAddress peer =
        new InetSocketAddress(
            args[1].substring(0, colon), Integer.parseInt(args[1].substring(colon + 1)));
    DatagramSocket socket = new DatagramSocket(port);
    DatagramChannel selected = DatagramChannel.open().bind(new InetSocketAddress(port + 1));
    DatagramChannel one = DatagramChannel.open().bind(new InetSocketAddress(port + 2));
    DatagramChannel two = DatagramChannel.open().bind(new InetSocketAddress(port + 3));
    start(() -> time(socket));
    start(() -> select(selected));
    start(() -> read(one.connect(peer)));
    start(() -> scatter(two.connect(peer)));
    System.out.println("ready");
  }

  private static void start(Way way) {
    new Thread(
            () -> {
              try {
                way.go();
              } catch (IOException e) {
                System.out.println("FAILED " + e);
              }
            })
        .start();
  }

  private static void time(DatagramSocket socket) throws IOException {
    socket.setSoTimeout(20);
    DatagramPacket packet = new DatagramPacket(new byte[SMALL], SMALL);
    while (true) {
      try {
        packet.setLength(SMALL);
        socket.receive(packet);
        say(0, ByteBuffer.wrap(packet.getData()).getInt());
      } catch (SocketTimeoutException nothing) {
        // again
      }
    }
  }

  private static void select(DatagramChannel channel) throws IOException {
    Selector selector = Selector.open();
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ);
    ByteBuffer packet = ByteBuffer.allocateDirect(1500);
    while (true) {
      selector.select(30);
      selector.selectedKeys().clear();
      packet.clear();
      while (channel.receive(packet) != null) {
        say(1, packet.getInt(0));
        packet.clear();
      }
    }
  }

  private static void read(DatagramChannel channel) throws IOException {
    ByteBuffer packet = ByteBuffer.allocate(1500);
    while (true) {
      packet.clear();
      channel.read(packet);
      say(2, packet.getInt(0));
    }
  }

  private static void scatter(DatagramChannel channel) throws IOException {
    ByteBuffer[] packet = {ByteBuffer.allocate(4), ByteBuffer.allocate(1500)};
    while (true) {
      packet[0].clear();
      packet[1].clear();
      channel.read(packet);
      say(3, packet[0].getInt(0));
    }
  }

  private static synchronized void say(int way, int number) {
    System.out.println("GOT " + way + " " + number);
  }
}
