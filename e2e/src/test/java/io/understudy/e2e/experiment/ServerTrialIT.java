package io.understudy.e2e.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server from outside the reactor keeps its calls: bound to the wildcard address, several
 * threads, a HashMap keyed by plain objects.
 */
@Tag("once")
class ServerTrialIT {
  @TempDir private Path classes;

  private String command(String options) {
    Path source = Path.of("src/servers/SoloUas.java");
    String[] javac = {"-d", classes.toString(), source.toString()};
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, javac)).isZero();
    return "java " + options + " -cp " + classes + " SoloUas @PORT@ 4";
  }

  @Test
  void carriesAStrangersServerThroughTheKill() throws IOException, InterruptedException {
    DemoProcess.Result result =
        DemoProcess.run("--server", command("@AGENT@"), "--rate", "10", "--kill-after", "14");

    assertThat(result.exit()).as(result.output()).isZero();
    JsonNode json = new ObjectMapper().readTree(DemoProcess.OUTPUT.resolve("server.json").toFile());
    assertThat(json.get("active_at_kill").asInt()).isGreaterThan(40);
    assertThat(json.get("lost_setup").asInt() + json.get("lost_established").asInt()).isZero();
    assertThat(json.get("failed_before_kill").asInt()).isZero();
    assertThat(json.get("divergences").asInt()).isZero();
    assertThat(json.get("gap_ms").asDouble()).isPositive();
  }

  @Test
  void saysWhyAServerDoesNotStart() throws IOException, InterruptedException {
    DemoProcess.Result result =
        DemoProcess.run("--server", "java @AGENT@ -cp " + classes + " NoSuchClass");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.output()).contains("NoSuchClass");
  }
}
