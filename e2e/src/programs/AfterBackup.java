import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Runs the mains of other programs, one after the other, once a datagram has come: a test sends it
 * when the backup follows. Their arguments are separated by a plus.
 */
public final class AfterBackup {
  public static void main(String[] args) throws Exception {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      System.out.println("PORT " + socket.getLocalPort());
      socket.receive(new DatagramPacket(new byte[1], 1));
    }
    for (int from = 0, to; from < args.length; from = to + 1) {
      to = from;
      while (to < args.length && !args[to].equals("+")) {
        to++;
      }
      System.out.println("PROGRAM " + args[from]);
      Class.forName(args[from])
          .getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(args, from + 1, to));
    }
  }
}
