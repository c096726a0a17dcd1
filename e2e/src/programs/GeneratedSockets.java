import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.Random;

/** Steps of {@link Generated}: UDP and TCP on loopback between its threads. */
final class GeneratedSockets implements AutoCloseable {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final DatagramSocket[] sockets;
  private final DatagramChannel channel;
  private final Selector selector;
  private final ServerSocket server;
  private int served;

  GeneratedSockets(int threads) throws IOException {
    sockets = new DatagramSocket[threads];
    for (int i = 0; i < threads; i++) {
      sockets[i] = new DatagramSocket(0, LOOPBACK);
      sockets[i].setSoTimeout(2);
    }
    channel = DatagramChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
    channel.configureBlocking(false);
    selector = Selector.open();
    channel.register(selector, SelectionKey.OP_READ);
    server = new ServerSocket(0, 50, LOOPBACK);
    Thread acceptor = new Thread(this::serve);
    acceptor.setDaemon(true);
    acceptor.start();
  }

  void addTo(List<Generated.Step> steps) {
    steps.add(this::send);
    steps.add(this::receive);
    steps.add(this::sendToChannel);
    steps.add(this::select);
    steps.add(this::ask);
  }

  private int send(Random random, int index) throws IOException {
    int to = random.nextInt(sockets.length);
    byte[] bytes = new byte[1 + random.nextInt(900)];
    random.nextBytes(bytes);
    sockets[index].send(
        new DatagramPacket(bytes, bytes.length, LOOPBACK, sockets[to].getLocalPort()));
    return to;
  }

  private Object receive(Random random, int index) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[1_000], 1_000);
    sockets[index].receive(packet);
    return packet.getLength() + " " + packet.getData()[0] + " " + packet.getPort();
  }

  private int sendToChannel(Random random, int index) throws IOException {
    byte[] bytes = {(byte) index, (byte) random.nextInt()};
    sockets[index].send(new DatagramPacket(bytes, 2, channel.getLocalAddress()));
    return bytes[1];
  }

  private Object select(Random random, int index) throws IOException {
    int ready = selector.select(1 + random.nextInt(2));
    ByteBuffer buffer = ByteBuffer.allocate(2);
    return ready + " " + (channel.receive(buffer) == null ? "" : buffer.flip().getShort());
  }

  private Object ask(Random random, int index) throws IOException {
    try (Socket socket = new Socket(LOOPBACK, server.getLocalPort())) {
      socket.setSoTimeout(500);
      socket.getOutputStream().write(random.nextInt(256));
      return socket.getInputStream().read() + " of " + socket.getInputStream().read();
    }
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        client.setSoTimeout(500);
        int asked = client.getInputStream().read();
        client.getOutputStream().write(new byte[] {(byte) (asked + 1), (byte) served++});
      } catch (IOException e) {
        served += 100;
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    selector.close();
    channel.close();
    for (DatagramSocket socket : sockets) {
      socket.close();
    }
  }
}
