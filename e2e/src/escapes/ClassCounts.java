import java.lang.management.ManagementFactory;

/** The ClassLoadingMXBean. */
public final class ClassCounts {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 2; i++) {
      System.out.println(ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
    }
  }
}
