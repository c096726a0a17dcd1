import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The time that a zip stream puts into its entries. */
public final class ZipTimestamps {

  public static void main(String[] args) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a"));
      zip.write(1);
    }
    System.out.println(HexFormat.of().formatHex(bytes.toByteArray()));
    Thread.sleep(1);
  }
}
