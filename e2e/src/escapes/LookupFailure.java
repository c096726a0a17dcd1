import java.net.InetAddress;
import java.net.UnknownHostException;

/** What a name that nobody knows says, and how long it took. */
public final class LookupFailure {

  public static void main(String[] args) throws Exception {
    long begin = System.nanoTime();
    try {
      System.out.println(InetAddress.getByName("no-such-host.invalid"));
    } catch (UnknownHostException e) {
      System.out.println(e.getMessage());
    }
    System.out.println(System.nanoTime() - begin);
  }
}
