import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/**
 * Datagrams that the kernel refuses: a first one that is too long, or all where there is no route.
 * The error comes from the same or from a later send to that receiver; the other receiver's go on.
 */
public final class SendErrors {
  private static final int MOST_SENDS = 10_000;

  public static void main(String[] args) throws Exception {
    int firstLength = Integer.parseInt(args[1]);
    Seen seen = new Seen();
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (DatagramChannel channel = DatagramChannel.open();
        DatagramChannel good = DatagramChannel.open();
        DatagramChannel bad = DatagramChannel.open()) {
      good.bind(new InetSocketAddress(loopback, 0));
      bad.bind(new InetSocketAddress(loopback, 0));
      String refused = null;
      for (int sends = 0; refused == null && sends < MOST_SENDS; sends++) {
        refused = refusal(channel, sends == 0 ? firstLength : 1, bad);
        seen.add(refused).add(refusal(channel, 1, good));
        Thread.sleep(1);
      }
      System.out.println("REFUSED " + refused);
      seen.add(refusal(channel, 1, bad)).add(good.getLocalAddress());
    }
    seen.print();
  }

  private static String refusal(DatagramChannel from, int length, DatagramChannel to) {
    try {
      from.send(ByteBuffer.allocate(length), to.getLocalAddress());
      return null;
    } catch (IOException e) {
      return e.toString();
    }
  }
}
