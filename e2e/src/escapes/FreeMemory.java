/** Runtime.freeMemory and totalMemory. */
public final class FreeMemory {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 4; i++) {
      byte[] garbage = new byte[1_000_000];
      System.out.println(
          Runtime.getRuntime().freeMemory()
              + " "
              + Runtime.getRuntime().totalMemory()
              + garbage.length);
    }
    System.gc();
    System.out.println(Runtime.getRuntime().freeMemory());
  }
}
