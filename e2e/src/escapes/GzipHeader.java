import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** The bytes of a gzip stream over the clock. */
public final class GzipHeader {

  public static void main(String[] args) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(("" + System.nanoTime()).getBytes(UTF_8));
    }
    System.out.println(HexFormat.of().formatHex(bytes.toByteArray()));
  }
}
