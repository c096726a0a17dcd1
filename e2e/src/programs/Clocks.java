import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Clocks: direct calls in a hot loop, method references, java.time. */
public final class Clocks {
  private static final int ROUNDS = 20_000;

  public static void main(String[] args) throws Exception {
    LongSupplier nanos = System::nanoTime;
    LongSupplier millis = System::currentTimeMillis;
    Supplier<Instant> instants = Instant::now;
    Seen.threads(
            3,
            (index, seen) -> {
              for (int i = 0; i < ROUNDS; i++) {
                seen.add(System.nanoTime()).add(System.currentTimeMillis());
                if (i % 100 == 0) {
                  seen.add(nanos.getAsLong()).add(millis.getAsLong()).add(instants.get());
                  seen.add(Clock.systemUTC().millis()).add(Instant.now()).add(LocalDateTime.now());
                  seen.add(new Date().getTime());
                }
              }
            })
        .print();
  }
}
