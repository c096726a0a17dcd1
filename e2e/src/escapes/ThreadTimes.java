import java.lang.management.ManagementFactory;

/** Processor time of threads. */
public final class ThreadTimes {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 2; i++) {
      System.out.println(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }
  }
}
