import java.net.HttpCookie;

/** Whether a cookie has expired. */
public final class CookieAge {

  public static void main(String[] args) throws Exception {
    HttpCookie cookie = HttpCookie.parse("a=b; Max-Age=1").get(0);
    for (int i = 0; i < 4; i++) {
      System.out.println(cookie.hasExpired());
      Thread.sleep(400);
    }
  }
}
