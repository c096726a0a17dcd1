import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.HexFormat;

/** Signatures, which hold a random number. */
public final class EcdsaSignature {

  public static void main(String[] args) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(generator.generateKeyPair().getPrivate());
    signature.update(new byte[9]);
    System.out.println(HexFormat.of().formatHex(signature.sign()));
  }
}
