/** Clocks in a loop that the JIT compiles, on-stack replacement included. */
public final class HotClock {

  public static void main(String[] args) throws Exception {
    long folded = 0;
    for (int i = 0; i < 60_000; i++) {
      folded = folded * 31 + System.nanoTime() + System.currentTimeMillis();
    }
    System.out.println(folded);
  }
}
