import java.security.SecureRandom;
import java.util.HexFormat;

/** SecureRandom SHA1PRNG, by several threads. */
public final class Sha1Prng {

  public static void main(String[] args) throws Exception {
    SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
    System.out.println(random.nextLong());
    Crew.of(3, i -> System.out.println(random.nextInt()));
    System.out.println(HexFormat.of().formatHex(random.generateSeed(8)));
  }
}
