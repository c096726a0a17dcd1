import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;

/** How many receives time out between datagrams. */
public final class ReceiveTimeouts {

  public static void main(String[] args) throws Exception {
    try (DatagramSocket in = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      in.setSoTimeout(1);
      Thread sender =
          new Thread(
              () -> {
                try (DatagramSocket out = new DatagramSocket()) {
                  for (int n = 0; n < 5; n++) {
                    Thread.sleep(3);
                    out.send(new DatagramPacket(new byte[1], 1, in.getLocalSocketAddress()));
                  }
                } catch (Exception e) {
                  System.out.println(e);
                }
              });
      sender.start();
      int timeouts = 0;
      for (int got = 0; got < 5 && timeouts < 1_000; ) {
        try {
          in.receive(new DatagramPacket(new byte[1], 1));
          System.out.println(++got + " after " + timeouts);
        } catch (SocketTimeoutException e) {
          timeouts++;
        }
      }
      sender.join();
    }
  }
}
