import java.security.SecureRandom;
import java.util.HexFormat;

/** SecureRandom NativePRNG, by several threads. */
public final class NativePrng {

  public static void main(String[] args) throws Exception {
    SecureRandom random = SecureRandom.getInstance("NativePRNG");
    System.out.println(random.nextLong());
    Crew.of(3, i -> System.out.println(random.nextInt()));
    System.out.println(HexFormat.of().formatHex(random.generateSeed(8)));
  }
}
