/** How long a sleep took. */
public final class SleepMeasured {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 5; i++) {
      long begin = System.nanoTime();
      Thread.sleep(1 + i);
      System.out.println(System.nanoTime() - begin);
    }
  }
}
