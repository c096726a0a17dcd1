import java.nio.charset.Charset;
import java.util.Locale;

/** Version, locale, encodings. */
public final class RuntimeFacts {

  public static void main(String[] args) throws Exception {
    System.out.println(
        Runtime.version() + " " + Locale.getDefault() + " " + Charset.defaultCharset());
  }
}
