import java.time.Clock;
import java.time.Duration;

/** Clock.offset and Clock.tick. */
public final class OffsetClock {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println(
          Clock.tick(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)), Duration.ofMillis(1))
              .instant());
    }
  }
}
