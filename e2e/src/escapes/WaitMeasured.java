/** How long a timed wait took. */
public final class WaitMeasured {

  public static void main(String[] args) throws Exception {
    Object monitor = new Object();
    for (int i = 0; i < 5; i++) {
      long begin = System.nanoTime();
      synchronized (monitor) {
        monitor.wait(1);
      }
      System.out.println(System.nanoTime() - begin);
    }
  }
}
