import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name and address of the local host. */
public final class HostName {

  public static void main(String[] args) throws Exception {
    try {
      System.out.println(InetAddress.getLocalHost());
    } catch (UnknownHostException e) {
      System.out.println(e.getMessage());
    }
  }
}
