package io.understudy.e2e.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * All four cases once, with real kills. That a kill without the input shadow loses calls of clients
 * that do not retransmit is shown by {@link SwitchoverIT}, whose calls are shorter.
 */
@Tag("once")
class QuickDemoIT {
  @Test
  void keepsItsCallsOnlyWithActiveReplication() throws IOException, InterruptedException {
    DemoProcess.Result result = DemoProcess.run("--quick");

    assertThat(result.exit()).as(result.output()).isZero();
    for (String name : List.of("figure2.svg", "figure2.png", "figure2.csv", "figure2.json")) {
      assertThat(DemoProcess.OUTPUT.resolve(name)).isNotEmptyFile();
    }
    JsonNode json =
        new ObjectMapper().readTree(DemoProcess.OUTPUT.resolve("figure2.json").toFile());
    assertThat(json.get("met").asBoolean()).isTrue();
    assertThat(lossRatio(json, "i-nr")).isGreaterThan(0.9);
    assertThat(lossRatio(json, "ii-rt")).isGreaterThan(0.9);
    assertThat(lossRatio(json, "iii-rt")).isZero();
    assertThat(lossRatio(json, "iv-nr")).isZero();
    assertThat(Files.readString(DemoProcess.OUTPUT.resolve("figure2.csv"))).contains("\niii,true,");
  }

  private static double lossRatio(JsonNode json, String series) {
    for (JsonNode line : json.get("series")) {
      if (line.get("id").asText().startsWith(series)) {
        return line.get("points").get(0).get("loss_ratio").asDouble();
      }
    }
    throw new AssertionError("no series " + series);
  }
}
