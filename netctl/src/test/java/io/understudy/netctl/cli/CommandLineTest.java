package io.understudy.netctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.link.message.AgentProtection;
import io.understudy.link.message.AgentState;
import io.understudy.link.message.NodeEvent;
import io.understudy.link.message.NodeStatus;
import io.understudy.netctl.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aWrongOptionIsAUsageError() {
    assertThat(run("speak", "--fource")).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).contains("--fource");
  }

  @Test
  void configTestGradesWhatItFinds() {
    String[] onLoopback = {
      "config-test",
      "--node",
      "a",
      "--device",
      "none0",
      "--vip",
      "10.77.0.100",
      "--socket",
      "/tmp/s"
    };
    assertThat(run(onLoopback)).isEqualTo(ExitCode.CONFIG_DOUBTFUL.code());
    assertThat(err.toString()).contains("no Ethernet device 'none0'", "no 'service.routes'");
    assertThat(run("config-test", "--node", "a")).isEqualTo(ExitCode.CONFIG_ERROR.code());
    assertThat(run("config-test", "--config", "/none")).isEqualTo(ExitCode.NO_CONFIG.code());
  }

  @Test
  void theHelpNamesEveryExitCode() {
    assertThat(run("--help")).isZero();
    for (ExitCode code : ExitCode.values()) {
      assertThat(out.toString()).containsPattern("(?m)^ +" + code.code() + " +\\S");
    }
  }

  @Test
  void versionIsAvailableAsJson() {
    assertThat(run("version", "--json")).isZero();
    assertThat(out.toString()).contains("\"netctl\": ");
  }

  @Test
  void jsonIsCompleteAndEscaped() {
    AgentState state =
        AgentState.newBuilder()
            .setProtection(AgentProtection.AGENT_CATCHING_UP)
            .setDetail("a \"b\"\n")
            .build();
    assertThat(MessageJson.of(state))
        .contains("\"protection\": \"agent_catching_up\"")
        .contains("\"executed_position\": 0")
        .contains("\"detail\": \"a \\\"b\\\"\\u000a\"");
  }

  @Test
  void aStatusFitsOneScreen() {
    NodeStatus.Builder status = NodeStatus.newBuilder().setNode("alpha");
    for (int i = 0; i < 64; i++) {
      status.addEvents(NodeEvent.newBuilder().setName("event").setReason("number " + i));
    }
    String screen = StatusScreen.of(status.build());
    assertThat(screen.lines().count()).isLessThanOrEqualTo(24);
    assertThat(screen).contains("number 63").doesNotContain("number 20");
  }

  private int run(String... arguments) {
    CommandLine line = Netctl.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
