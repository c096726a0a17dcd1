import java.time.ZonedDateTime;

/** ZonedDateTime.now, with the name of the zone. */
public final class ZonedDateTimeNow {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println(ZonedDateTime.now());
    }
  }
}
