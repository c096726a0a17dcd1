import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Sockets and channels that another thread closes, or interrupts, while one is blocked in them. */
public final class ClosedChannels {
  private static final int ROUNDS = 4;

  private interface Blocking {
    Object call() throws IOException;
  }

  private static Thread blocked(Blocking call, Seen seen) {
    Thread thread =
        new Thread(
            () -> {
              try {
                seen.add(call.call());
              } catch (IOException e) {
                seen.add(e.getClass()).add(Thread.interrupted());
              }
            });
    thread.start();
    return thread;
  }

  /** Gives the threads time to block; whether they do changes what they see. */
  private static void pause() throws InterruptedException {
    Thread.sleep(5);
  }

  private static void channels(ServerSocketChannel server, Seen seen) throws Exception {
    SocketChannel reads = SocketChannel.open(server.getLocalAddress());
    SocketChannel interrupted = SocketChannel.open(server.getLocalAddress());
    Seen[] saw = {new Seen(), new Seen()};
    Thread reader = blocked(() -> reads.read(ByteBuffer.allocate(1)), saw[0]);
    Thread target = blocked(() -> interrupted.read(ByteBuffer.allocate(1)), saw[1]);
    pause();
    reads.close();
    target.interrupt();
    reader.join();
    target.join();
    seen.add(saw[0]).add(saw[1]).add(interrupted.isOpen());
  }

  private static void sockets(InetSocketAddress server, Seen seen) throws Exception {
    Socket reads = new Socket(server.getAddress(), server.getPort());
    ServerSocket accepts = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Seen[] saw = {new Seen(), new Seen()};
    Thread reader = blocked(() -> reads.getInputStream().read(), saw[0]);
    Thread acceptor = blocked(accepts::accept, saw[1]);
    pause();
    reads.close();
    accepts.close();
    reader.join();
    acceptor.join();
    seen.add(saw[0]).add(saw[1]);
  }

  public static void main(String[] args) throws Exception {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      Seen.threads(
              4,
              (index, seen) -> {
                for (int round = 0; round < ROUNDS; round++) {
                  if (index % 2 == 0) {
                    channels(server, seen);
                  } else {
                    sockets(address, seen);
                  }
                }
              })
          .print();
    }
  }
}
