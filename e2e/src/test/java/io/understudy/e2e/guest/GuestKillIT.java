package io.understudy.e2e.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.e2e.endurance.LogChain;
import io.understudy.e2e.experiment.DemoProcess;
import io.understudy.e2e.experiment.RunDirectory;
import java.nio.file.Path;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The guests that speak UDP keep their calls when their primary is killed in the middle of them.
 */
class GuestKillIT {
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @ParameterizedTest
  @EnumSource(names = {"NETTY_UDP", "JAIN_UDP", "BALANCER"})
  void losesNoCallToTheKill(Guest guest) throws Exception {
    GuestFiles files = new GuestFiles(directory);
    files.configure(GuestPair.place());
    DemoProcess.Result result =
        DemoProcess.run("--server", files.command(guest), "--rate", "10", "--kill-after", "9");

    assertThat(result.exit()).as(result.output()).isZero();
    JsonNode json = new ObjectMapper().readTree(DemoProcess.OUTPUT.resolve("server.json").toFile());
    assertThat(json.get("active_at_kill").asInt()).isGreaterThan(40);
    assertThat(json.get("lost_setup").asInt() + json.get("lost_established").asInt()).isZero();
    assertThat(json.get("lost_new").asInt()).isZero();
    assertThat(json.get("failed_before_kill").asInt()).isZero();
    assertThat(json.get("divergences").asInt()).isZero();
    assertThat(json.get("gap_ms").asDouble()).isPositive();
    assertSameLog();
  }

  /** Up to what the dead primary had written of its log, which is less than it had sent. */
  private static void assertSameLog() throws Exception {
    RunDirectory run = new RunDirectory(DemoProcess.OUTPUT.resolve("runs").resolve("server"));
    LogChain primary = LogChain.of(run.journal("alpha"), Long.MAX_VALUE);
    long whole = primary.end() / LogChain.LINK_BYTES * LogChain.LINK_BYTES;
    assertThat(whole).isPositive();
    LogChain first = LogChain.of(run.journal("alpha"), whole);
    LogChain second = LogChain.of(run.journal("beta"), whole);
    assertThat(first.firstDifference(second)).as("log position that differs").isEqualTo(-1);
  }
}
