import java.lang.management.ManagementFactory;

/** The MemoryMXBean. */
public final class HeapUsage {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 2; i++) {
      System.out.println(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage());
    }
  }
}
