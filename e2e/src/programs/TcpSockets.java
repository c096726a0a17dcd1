import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A thread per connection; clients that connect at the same time. */
public final class TcpSockets {
  private static final int EACH = 20;
  private static final int CLIENTS = 3;

  private static void echo(Socket socket, Seen seen) {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      for (int n = in.readInt(); n >= 0; n = in.readInt()) {
        out.writeLong(seen.add(n).add(System.nanoTime()).hashCode() % 2 + n);
      }
    } catch (java.io.IOException ended) {
      seen.add(ended);
    }
  }

  public static void main(String[] args) throws Exception {
    ConcurrentLinkedQueue<Seen> served = new ConcurrentLinkedQueue<>();
    Seen all;
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      all =
          Seen.threads(
              CLIENTS + 1,
              (index, seen) -> {
                if (index == CLIENTS) {
                  Thread[] threads = new Thread[CLIENTS * 3];
                  for (int i = 0; i < threads.length; i++) {
                    Socket socket = server.accept();
                    seen.add(socket.getPort());
                    threads[i] =
                        new Thread(
                            () -> {
                              Seen connection = new Seen();
                              echo(socket, connection);
                              served.add(connection);
                            });
                    threads[i].start();
                  }
                  for (Thread thread : threads) {
                    thread.join();
                  }
                  return;
                }
                for (int connection = 0; connection < 3; connection++) {
                  try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
                    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                    DataInputStream in = new DataInputStream(socket.getInputStream());
                    for (int i = 0; i < EACH; i++) {
                      out.writeInt(i);
                      seen.add(in.readLong()).add(socket.getLocalPort());
                    }
                    out.writeInt(-1);
                    seen.add(in.read());
                  }
                }
              });
    }
    served.forEach(all::add);
    all.print();
  }
}
