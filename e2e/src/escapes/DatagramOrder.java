import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** The order in which datagrams of several threads come. */
public final class DatagramOrder {

  public static void main(String[] args) throws Exception {
    try (DatagramSocket in = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      in.setSoTimeout(5_000);
      Thread senders =
          new Thread(
              () -> {
                try {
                  Crew.of(
                      3,
                      i -> {
                        try (DatagramSocket out = new DatagramSocket()) {
                          for (int n = 0; n < 5; n++) {
                            Crew.pause(i * n);
                            out.send(
                                new DatagramPacket(
                                    new byte[] {(byte) (i * 10 + n)},
                                    1,
                                    in.getLocalSocketAddress()));
                          }
                        }
                      });
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      senders.start();
      DatagramPacket packet = new DatagramPacket(new byte[1], 1);
      for (int n = 0; n < 15; n++) {
        in.receive(packet);
        System.out.println(packet.getData()[0] + " " + packet.getPort());
      }
      senders.join();
    }
  }
}
