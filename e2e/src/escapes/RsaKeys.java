import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;

/** Generated RSA and EC keys. */
public final class RsaKeys {

  public static void main(String[] args) throws Exception {
    for (String algorithm : List.of("RSA", "EC")) {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(algorithm.equals("EC") ? 256 : 1024);
      System.out.println(
          Base64.getEncoder().encodeToString(generator.generateKeyPair().getPublic().getEncoded()));
    }
  }
}
