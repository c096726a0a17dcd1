import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Collections;
import java.util.TimeZone;

/** What a JVM can learn of its machine and of itself. */
public final class Environment {
  public static void main(String[] args) throws Exception {
    Seen seen = new Seen();
    Runtime runtime = Runtime.getRuntime();
    ProcessHandle self = ProcessHandle.current();
    for (int i = 0; i < 50; i++) {
      byte[] garbage = new byte[100_000 + i];
      seen.add(runtime.freeMemory()).add(runtime.totalMemory()).add(garbage.length);
    }
    seen.add(runtime.availableProcessors()).add(runtime.maxMemory()).add(self.pid());
    seen.add(System.getenv()).add(System.getenv("PATH")).add(TimeZone.getDefault().getID());
    seen.add(InetAddress.getLocalHost());
    for (NetworkInterface device : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      seen.add(device).add(device.getMTU()).add(Collections.list(device.getInetAddresses()));
    }
    seen.print();
  }
}
