/** How long a timed join took, and whether it was in time. */
public final class JoinMeasured {

  public static void main(String[] args) throws Exception {
    Thread sleeper = new Thread(() -> Crew.sleep(3));
    sleeper.start();
    for (int i = 0; i < 4; i++) {
      long begin = System.nanoTime();
      sleeper.join(1);
      System.out.println(
          sleeper.isAlive() + " " + sleeper.getState() + " " + (System.nanoTime() - begin));
    }
    sleeper.join();
  }
}
