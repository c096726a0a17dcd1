import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;

/** Generated AES keys and initialisation vectors. */
public final class CipherIv {

  public static void main(String[] args) throws Exception {
    KeyGenerator keys = KeyGenerator.getInstance("AES");
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    for (int i = 0; i < 2; i++) {
      cipher.init(Cipher.ENCRYPT_MODE, keys.generateKey());
      System.out.println(
          HexFormat.of().formatHex(cipher.getIV())
              + HexFormat.of().formatHex(cipher.doFinal(new byte[4])));
    }
  }
}
