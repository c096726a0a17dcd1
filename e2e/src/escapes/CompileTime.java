import java.lang.management.ManagementFactory;

/** The CompilationMXBean. */
public final class CompileTime {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 2; i++) {
      System.out.println(ManagementFactory.getCompilationMXBean().getTotalCompilationTime());
    }
  }
}
