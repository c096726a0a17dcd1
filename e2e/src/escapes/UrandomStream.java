import java.io.FileInputStream;
import java.util.HexFormat;

/** /dev/urandom by FileInputStream. */
public final class UrandomStream {

  public static void main(String[] args) throws Exception {
    try (FileInputStream in = new FileInputStream("/dev/urandom")) {
      System.out.println(HexFormat.of().formatHex(in.readNBytes(8)));
    }
  }
}
