import java.util.Date;
import java.util.function.Supplier;

/** HashCode of a lambda and of a method reference. */
public final class LambdaHashes {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println(
          ((Supplier<String>) () -> "a").hashCode()
              + " "
              + ((Supplier<Date>) Date::new).hashCode());
    }
  }
}
