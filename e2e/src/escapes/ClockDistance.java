/** Distance of the monotonic clock from the wall clock. */
public final class ClockDistance {

  public static void main(String[] args) throws Exception {
    System.out.println(System.currentTimeMillis() - System.nanoTime() / 1_000_000);
  }
}
