import java.io.StringWriter;
import java.util.Properties;

/** The date that Properties.store writes. */
public final class PropertiesComment {

  public static void main(String[] args) throws Exception {
    StringWriter text = new StringWriter();
    Properties properties = new Properties();
    properties.put("key", "" + System.nanoTime());
    properties.store(text, "escape");
    System.out.println(text);
  }
}
