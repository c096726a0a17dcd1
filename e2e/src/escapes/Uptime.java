import java.lang.management.ManagementFactory;

/** Uptime and name of the RuntimeMXBean. */
public final class Uptime {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 2; i++) {
      System.out.println(
          ManagementFactory.getRuntimeMXBean().getUptime()
              + " "
              + ManagementFactory.getRuntimeMXBean().getName()
              + " "
              + ManagementFactory.getRuntimeMXBean().getStartTime());
    }
  }
}
