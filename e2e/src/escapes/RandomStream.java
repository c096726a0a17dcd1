import java.util.Random;

/** Random.ints and doubles. */
public final class RandomStream {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println(new Random().ints(5).boxed().toList());
    }
  }
}
