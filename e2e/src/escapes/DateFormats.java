import java.text.SimpleDateFormat;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;

/** The present in the default zone and locale, by several formats. */
public final class DateFormats {

  public static void main(String[] args) throws Exception {
    System.out.println(new SimpleDateFormat("yyyy-MM-dd HH:mm:ss.SSS zzzz").format(new Date()));
    System.out.println(DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now()));
    System.out.printf("%tc%n", new Date());
  }
}
