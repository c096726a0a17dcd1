import java.security.SecureRandom;

/** SecureRandom.getInstanceStrong and the default. */
public final class StrongRandom {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 2; i++) {
      System.out.println(
          SecureRandom.getInstanceStrong().nextLong() + " " + new SecureRandom().nextLong());
    }
  }
}
