import java.util.Calendar;

/** Calendar.getInstance. */
public final class CalendarNow {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println(Calendar.getInstance().getTimeInMillis());
    }
  }
}
