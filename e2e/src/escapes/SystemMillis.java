/** System.currentTimeMillis. */
public final class SystemMillis {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println(System.currentTimeMillis());
    }
  }
}
