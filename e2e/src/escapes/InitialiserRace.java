/** Which thread runs a static initialiser. */
public final class InitialiserRace {

  static final class Holder {
    static final String NAME = Thread.currentThread().getName() + System.nanoTime();
  }

  public static void main(String[] args) throws Exception {
    Crew.of(
        5,
        i -> {
          Crew.pause(i * 3);
          System.out.println(i + " " + Holder.NAME);
        });
  }
}
