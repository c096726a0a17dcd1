/** Whether there is a console. */
public final class Consoles {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 1; i++) {
      System.out.println(System.console());
    }
  }
}
