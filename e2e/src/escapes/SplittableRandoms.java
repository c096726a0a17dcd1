import java.util.SplittableRandom;

/** SplittableRandom without a seed, split. */
public final class SplittableRandoms {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println(new SplittableRandom().split().nextLong());
    }
  }
}
