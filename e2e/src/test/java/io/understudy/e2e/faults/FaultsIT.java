package io.understudy.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.e2e.lab.EnclosedProbe;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A representative part of the fault matrix, once each on one pair; each server is started with
 * {@code role=auto}. {@code ./test.sh faults} plays all of it.
 */
@Tag("once")
class FaultsIT {
  private static final List<String> ROWS =
      List.of("node-stopped", "node-paused", "service-down", "mute");

  @Test
  void oneSpeaksAndNoCallIsLost() {
    String output = EnclosedProbe.run(FaultsProbe.class, ROWS.toArray(String[]::new));
    System.out.println(output);
    for (String row : ROWS) {
      assertThat(output.lines()).contains(row + " met true");
    }
  }
}
