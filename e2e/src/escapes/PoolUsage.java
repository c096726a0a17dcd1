import java.lang.management.ManagementFactory;

/** Memory pools. */
public final class PoolUsage {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 2; i++) {
      System.out.println(
          ManagementFactory.getMemoryPoolMXBeans().stream().map(p -> p.getUsage()).toList());
    }
  }
}
