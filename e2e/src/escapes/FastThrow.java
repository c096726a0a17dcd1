/** Whether an exception has a stack trace once the JIT has compiled its throw. */
public final class FastThrow {

  public static void main(String[] args) throws Exception {
    int without = 0;
    Object[] none = {null};
    for (int i = 0; i < 60_000; i++) {
      try {
        none[0].hashCode();
      } catch (NullPointerException e) {
        without += e.getStackTrace().length == 0 ? 1 : 0;
      }
    }
    System.out.println(without);
  }
}
