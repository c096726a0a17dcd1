import java.time.LocalDateTime;

/** LocalDateTime.now in the default zone. */
public final class LocalDateTimeNow {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println(LocalDateTime.now());
    }
  }
}
