package io.understudy.e2e.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.e2e.lab.EnclosedProbe;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A planned switch-over under calls loses no packet, so clients need not retransmit. */
class SwitchoverIT {
  private static final int KILLS = 20;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void losesNoCall(boolean retransmission) {
    String findings = findings("lab", retransmission, "switchover");

    assertThat(findings.lines())
        .contains(
            "failed before 0",
            "old server ended with 75 true",
            "beta spoke true",
            "alpha's datagrams behind beta's first 0",
            "diverged false",
            "calls lost 0",
            "calls failed 0",
            "retransmissions 0");
  }

  /**
   * The control: by a kill what comes meanwhile is lost, and without retransmission the call. In a
   * gap of 10 to 30 ms, one or two datagrams that a call hangs on are due, and four kills of ten
   * may meet none: so it goes on until one does.
   */
  @Test
  void aKillLosesCallsThatAreNotRetransmitted() {
    boolean lost = false;
    for (int kill = 0; kill < KILLS && !lost; kill++) {
      String findings = findings("lab" + kill, false, "kill");
      assertThat(findings.lines()).contains("failed before 0", "beta spoke true");
      lost = findings.lines().noneMatch("calls lost 0"::equals);
    }
    assertThat(lost).as("one of %s kills lost a call", KILLS).isTrue();
  }

  private String findings(String lab, boolean retransmission, String how) {
    String output =
        EnclosedProbe.run(
            SwitchoverProbe.class,
            directory.resolve(lab).toString(),
            EnclosedProbe.compile("SoloUas", directory.resolve("classes")),
            Boolean.toString(retransmission),
            how);
    System.out.println(how + ", retransmission " + retransmission + "\n" + output);
    return output;
  }
}
