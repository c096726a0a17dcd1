import java.lang.management.ManagementFactory;

/** Processor load and memory of the machine. */
public final class MachineLoad {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 2; i++) {
      System.out.println(
          ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                  .getFreeMemorySize()
              + " "
              + ((com.sun.management.OperatingSystemMXBean)
                      ManagementFactory.getOperatingSystemMXBean())
                  .getProcessCpuTime());
    }
  }
}
