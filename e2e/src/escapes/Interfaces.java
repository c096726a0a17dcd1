import java.net.NetworkInterface;
import java.util.Arrays;
import java.util.Collections;

/** Network interfaces and their addresses. */
public final class Interfaces {

  public static void main(String[] args) throws Exception {
    for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      System.out.println(
          each
              + " "
              + each.getIndex()
              + " "
              + each.getInterfaceAddresses()
              + " "
              + each.isUp()
              + " "
              + each.getMTU()
              + " "
              + Arrays.toString(each.getHardwareAddress()));
    }
  }
}
