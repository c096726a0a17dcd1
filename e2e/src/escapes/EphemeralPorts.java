import java.net.DatagramSocket;
import java.net.ServerSocket;

/** Ports that the kernel chooses. */
public final class EphemeralPorts {

  public static void main(String[] args) throws Exception {
    try (DatagramSocket udp = new DatagramSocket();
        ServerSocket tcp = new ServerSocket(0)) {
      System.out.println(udp.getLocalPort() + " " + tcp.getLocalPort() + " " + tcp);
    }
  }
}
