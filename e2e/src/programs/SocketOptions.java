import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketOption;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.net.ExtendedSocketOptions;

/** The JDK's extended options of sockets and channels, and the credentials of a peer. */
public final class SocketOptions {
  public static void main(String[] args) throws Exception {
    Seen.threads(2, SocketOptions::use).print();
  }

  private static void use(int index, Seen seen) throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 5, here)) {
      for (int i = 0; i < 5; i++) {
        try (Socket client = new Socket(here, server.getLocalPort());
            Socket accepted = server.accept();
            DatagramChannel datagrams = DatagramChannel.open();
            SocketChannel channel = SocketChannel.open(server.getLocalSocketAddress());
            Socket other = server.accept()) {
          seen.add(accepted.supportedOptions()).add(channel.supportedOptions());
          seen.add(datagrams.supportedOptions()).add(server.supportedOptions());
          keepAlive(seen, client, 10 + i);
          keepAlive(seen, accepted, 20 + i);
          options(seen, channel, 30 + i);
          options(seen, datagrams, 40 + i);
          seen.add(other.getOption(ExtendedSocketOptions.TCP_KEEPIDLE));
          Thread.yield();
        }
      }
    }
    peer(index, seen);
  }

  private static void keepAlive(Seen seen, Socket socket, int value) throws Exception {
    socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, value);
    socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, value + 1);
    socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, value + 2);
    socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, value % 2 == 0);
    for (SocketOption<?> option : socket.supportedOptions()) {
      if (option.name().startsWith("TCP_") || option.name().contains("NAPI")) {
        seen.add(option.name().length()).add(socket.getOption(option));
      }
    }
  }

  private static void options(Seen seen, NetworkChannel channel, int value) throws Exception {
    for (SocketOption<?> option : channel.supportedOptions()) {
      if (option == ExtendedSocketOptions.TCP_KEEPIDLE) {
        channel.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, value);
      }
      if (option.name().startsWith("TCP_") || option.name().contains("NAPI")) {
        seen.add(channel.getOption(option));
      }
    }
  }

  private static void peer(int index, Seen seen) throws Exception {
    Path path = Files.createTempDirectory("peer").resolve("s" + index);
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(path));
      try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path));
          SocketChannel accepted = server.accept()) {
        seen.add(accepted.getOption(ExtendedSocketOptions.SO_PEERCRED));
        seen.add(client.getOption(ExtendedSocketOptions.SO_PEERCRED));
      }
    } finally {
      Files.deleteIfExists(path);
      Files.delete(path.getParent());
    }
  }
}
