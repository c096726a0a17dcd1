import java.util.Random;

/** Random with a seed from the clock. */
public final class SeededRandom {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println(new Random(System.nanoTime()).nextLong());
    }
  }
}
