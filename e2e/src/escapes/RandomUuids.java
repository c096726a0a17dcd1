import java.util.UUID;

/** UUID.randomUUID. */
public final class RandomUuids {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println(UUID.randomUUID());
    }
  }
}
