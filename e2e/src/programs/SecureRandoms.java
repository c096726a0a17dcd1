import java.security.SecureRandom;
import java.util.UUID;

/** Random numbers of the operating system. */
public final class SecureRandoms {
  public static void main(String[] args) throws Exception {
    SecureRandom shared = new SecureRandom();
    Seen.threads(
            3,
            (index, seen) -> {
              SecureRandom own = SecureRandom.getInstance("SHA1PRNG");
              for (int i = 0; i < 100; i++) {
                seen.add(UUID.randomUUID()).add(shared.nextLong()).add(own.nextInt());
              }
              for (byte b : SecureRandom.getInstance("NativePRNG").generateSeed(16)) {
                seen.add(b);
              }
            })
        .print();
  }
}
