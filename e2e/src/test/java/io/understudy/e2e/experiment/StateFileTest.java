package io.understudy.e2e.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
  private static final Series SERIES = new Series(Availability.ACTIVE, true, 17);

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = directory.resolve("demo/state.json");
    StateFile state = StateFile.open(file, "build-1");
    state.knee(100);
    state.add(Results.run(SERIES, 50, 1, 0, 2, 7.25));
    state.add(Results.voidRun(SERIES, 50, 2, 1));
  }

  @Test
  void goesOnWithWhatWasMeasured() {
    StateFile state = StateFile.open(file, "build-1");

    assertThat(state.knee()).isEqualTo(100);
    assertThat(state.results())
        .containsExactly(Results.run(SERIES, 50, 1, 0, 2, 7.25), Results.voidRun(SERIES, 50, 2, 1));
  }

  @Test
  void forgetsTheResultsOfAnotherBuild() {
    StateFile state = StateFile.open(file, "build-2");

    assertThat(state.knee()).isZero();
    assertThat(state.results()).isEmpty();
  }

  @Test
  void startsAnewFromATornFile() throws IOException {
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() / 2));

    assertThat(StateFile.open(file, "build-1").results()).isEmpty();
  }
}
