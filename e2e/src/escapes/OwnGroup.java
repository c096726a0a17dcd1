/** The threads of a group of the application. */
public final class OwnGroup {

  public static void main(String[] args) throws Exception {
    ThreadGroup group = new ThreadGroup("own");
    for (int i = 0; i < 3; i++) {
      new Thread(group, () -> Crew.sleep(2 + (int) (System.nanoTime() & 1))).start();
    }
    for (int i = 0; i < 5; i++) {
      System.out.println(group.activeCount());
      Thread.sleep(1);
    }
  }
}
