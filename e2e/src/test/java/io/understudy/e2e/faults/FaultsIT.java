package io.understudy.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.e2e.lab.Command;
import io.understudy.e2e.lab.Enclosure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A representative part of the fault matrix, once each on one pair; each server is started with
 * {@code role=auto}. {@code ./test.sh faults} plays all of it.
 */
@Tag("once")
class FaultsIT {
  private static final List<String> ROWS = List.of("node-stopped", "node-paused", "service-down");

  @Test
  void oneSpeaksAndNoCallIsLost() {
    List<String> probe =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                FaultsProbe.class.getName()));
    probe.addAll(ROWS);
    Command.Result result = new Command(Enclosure.around(probe, Enclosure.isRoot())).attempt("");
    System.out.println(result.output());
    assertThat(result.exit()).as(result.output()).isZero();
    for (String row : ROWS) {
      assertThat(result.output().lines()).contains(row + " met true");
    }
  }
}
