import java.util.function.Supplier;

/** ToString and class name of a lambda, without what follows the class name. */
public final class LambdaStrings {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println(((Supplier<String>) () -> "a").toString().replaceAll("/.*", ""));
    }
  }
}
