import java.security.SecureRandom;
import java.util.HexFormat;

/** SecureRandom NativePRNGNonBlocking, by several threads. */
public final class NativePrngNonBlocking {

  public static void main(String[] args) throws Exception {
    SecureRandom random = SecureRandom.getInstance("NativePRNGNonBlocking");
    System.out.println(random.nextLong());
    Crew.of(3, i -> System.out.println(random.nextInt()));
    System.out.println(HexFormat.of().formatHex(random.generateSeed(8)));
  }
}
