/** Runtime.maxMemory and the number of processors. */
public final class MaxMemory {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 1; i++) {
      System.out.println(
          Runtime.getRuntime().maxMemory() + " " + Runtime.getRuntime().availableProcessors());
    }
  }
}
