import java.net.InetAddress;
import java.util.Arrays;

/** What localhost means. */
public final class LocalhostNames {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 1; i++) {
      System.out.println(
          Arrays.toString(InetAddress.getAllByName("localhost"))
              + InetAddress.getLoopbackAddress().getCanonicalHostName());
    }
  }
}
