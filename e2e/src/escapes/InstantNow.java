import java.time.Instant;

/** Instant.now. */
public final class InstantNow {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println(Instant.now());
    }
  }
}
