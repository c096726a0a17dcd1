import java.time.ZoneId;
import java.util.TimeZone;

/** The default time zone. */
public final class DefaultZone {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 1; i++) {
      System.out.println(TimeZone.getDefault().getID() + " " + ZoneId.systemDefault());
    }
  }
}
