/** How many updates of an unsynchronised counter are lost. */
public final class LostUpdates {
  private static int counter;

  public static void main(String[] args) throws Exception {
    counter = 0;
    Crew.of(
        4,
        i -> {
          for (int n = 0; n < 500; n++) {
            int read = counter;
            if (n % 7 == i) {
              Thread.yield();
            }
            counter = read + 1;
          }
        });
    System.out.println(counter);
  }
}
