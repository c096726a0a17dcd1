/** System.nanoTime. */
public final class SystemNanos {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println(System.nanoTime());
    }
  }
}
