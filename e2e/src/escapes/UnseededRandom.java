import java.util.Random;

/** Random without a seed. */
public final class UnseededRandom {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println(new Random().nextLong());
    }
  }
}
