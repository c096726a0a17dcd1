package io.understudy.e2e.guest;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every guest as a streamed pair under load: the backup logs and says what the primary did. */
class GuestPairIT {
  private static final int RATE = 20; // at first the JVMs are cold
  private static final int CALLS = 120;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @ParameterizedTest
  @EnumSource
  void hasABackupThatDoesTheSame(Guest guest) throws IOException {
    new GuestPair(directory, RATE, CALLS).run(guest, service -> {});
  }
}
