import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A virtual thread per task and per connection (JDK 21 and later; before, those of a pool). */
public final class VirtualTasks {
  private static final int TASKS = 200;
  private static final int CONNECTIONS = 8;
  private static final int EACH = 10;
  private static long order;

  private static ExecutorService executor() throws ReflectiveOperationException {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException older) {
      return Executors.newCachedThreadPool();
    }
  }

  private static Seen task(String[] args, int index, Object lock) {
    Seen seen = new Seen();
    Random random = Seen.random(args, index);
    for (int i = 0; i < 5; i++) {
      Seen.stumble(random);
      synchronized (lock) {
        seen.add(order++).add(System.nanoTime());
      }
    }
    return seen;
  }

  private static Seen serve(Socket socket) throws Exception {
    Seen seen = new Seen();
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      for (int i = 0; i < EACH; i++) {
        out.writeLong(in.readLong() ^ order++);
        seen.add(order);
      }
    }
    return seen;
  }

  private static Seen call(int port) throws Exception {
    Seen seen = new Seen();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      for (int i = 0; i < EACH; i++) {
        out.writeLong(System.nanoTime());
        seen.add(in.readLong());
      }
    }
    return seen;
  }

  public static void main(String[] args) throws Exception {
    Seen all = new Seen();
    Object lock = new Object();
    ExecutorService executor = executor();
    List<Future<Seen>> done = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      int index = i;
      done.add(executor.submit(() -> task(args, index, lock)));
    }
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < CONNECTIONS; i++) {
        done.add(executor.submit(() -> call(server.getLocalPort())));
        Socket socket = server.accept();
        done.add(executor.submit(() -> serve(socket)));
      }
      for (Future<Seen> each : done) {
        all.add(each.get());
      }
    }
    executor.shutdown();
    all.print();
  }
}
