/** The full class name of a lambda, with the address of the hidden class. */
public final class LambdaNames {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 1; i++) {
      System.out.println(((Runnable) () -> {}).getClass().getName());
    }
  }
}
