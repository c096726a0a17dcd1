import java.util.concurrent.ThreadLocalRandom;

/** ThreadLocalRandom. */
public final class LocalRandom {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println(ThreadLocalRandom.current().nextLong());
    }
  }
}
