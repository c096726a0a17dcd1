/** Math.random and StrictMath.random. */
public final class MathRandom {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println(Math.random() + " " + StrictMath.random());
    }
  }
}
