/** How often a loop turns until 3 ms are over. */
public final class BusyCount {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      long end = System.nanoTime() + 3_000_000;
      long turns = 0;
      while (System.nanoTime() < end) {
        turns++;
      }
      System.out.println(turns);
    }
  }
}
