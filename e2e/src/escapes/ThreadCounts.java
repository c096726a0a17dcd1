import java.lang.management.ManagementFactory;

/** Thread counts of the ThreadMXBean. */
public final class ThreadCounts {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 2; i++) {
      System.out.println(
          ManagementFactory.getThreadMXBean().getThreadCount()
              + " "
              + ManagementFactory.getThreadMXBean().getTotalStartedThreadCount());
    }
  }
}
