package io.understudy.e2e.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.e2e.experiment.DemoProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A short protected run of the B2BUA: both nodes hold the same log and the same tables. */
@Tag("once")
class EnduranceIT {
  @Test
  void bothNodesHoldTheSameAfterCalls() throws IOException, InterruptedException {
    DemoProcess.Result result =
        DemoProcess.run(EnduranceCommand.class, "--calls", "300", "--rate", "20", "--fresh");

    assertThat(result.exit()).as(result.output()).isZero();
    Path file =
        DemoProcess.OUTPUT.resolve("endurance-jdk%d.json".formatted(Runtime.version().feature()));
    JsonNode run = new ObjectMapper().readTree(file.toFile()).get("runs").get(0);
    assertThat(run.get("failed").asInt()).isZero();
    assertThat(run.get("divergences").asInt()).isZero();
    assertThat(run.get("chainPrimary").asText()).isEqualTo(run.get("chainBackup").asText());
    assertThat(run.get("logBytes").asLong()).isGreaterThan(300_000);
    assertThat(run.get("tables").get("entries").asInt()).isGreaterThan(50);
  }
}
