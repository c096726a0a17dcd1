import java.util.Date;

/** Date, printed in the default zone. */
public final class DateNow {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println(new Date() + " " + new Date().getTime());
    }
  }
}
