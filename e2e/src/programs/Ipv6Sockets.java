import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * TCP and UDP over ::1, and a listener of both families that each client reaches by one of them.
 */
public final class Ipv6Sockets {
  private static final int CLIENTS = 4;
  private static final int EACH = 10;

  private static void serve(ServerSocket server, DatagramSocket datagrams, Seen seen)
      throws Exception {
    for (int i = 0; i < CLIENTS; i++) {
      try (Socket socket = server.accept()) {
        seen.add(socket.getInetAddress()).add(socket.getLocalAddress());
        DataInputStream in = new DataInputStream(socket.getInputStream());
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        for (int n = 0; n < EACH; n++) {
          out.writeLong(in.readLong() + System.nanoTime() % 2);
        }
      }
    }
    for (int i = 0; i < CLIENTS; i++) {
      DatagramPacket packet = new DatagramPacket(new byte[8], 8);
      datagrams.receive(packet);
      seen.add(packet.getAddress());
      datagrams.send(packet);
    }
  }

  public static void main(String[] args) throws Exception {
    InetAddress[] loopbacks = {InetAddress.getByName("::1"), InetAddress.getByName("127.0.0.1")};
    try (ServerSocket server = new ServerSocket(0);
        DatagramSocket datagrams = new DatagramSocket(0)) {
      Seen.threads(
              CLIENTS + 1,
              (index, seen) -> {
                if (index == CLIENTS) {
                  serve(server, datagrams, seen);
                  return;
                }
                InetAddress address = loopbacks[index % 2];
                try (Socket socket = new Socket(address, server.getLocalPort())) {
                  seen.add(socket.getLocalAddress()).add(socket.getLocalPort());
                  DataInputStream in = new DataInputStream(socket.getInputStream());
                  DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                  for (int n = 0; n < EACH; n++) {
                    out.writeLong(n);
                    seen.add(in.readLong());
                  }
                }
                try (DatagramSocket socket = new DatagramSocket(0, address)) {
                  DatagramPacket packet =
                      new DatagramPacket(new byte[8], 8, address, datagrams.getLocalPort());
                  socket.send(packet);
                  socket.receive(packet);
                  seen.add(packet.getSocketAddress());
                }
              })
          .print();
    }
  }
}
